/** What was posted, when and where: a file for each entry, numbered, added and never changed. */
import type { Notice } from "../domain/notice.ts";
import { checkedPlanName } from "../domain/plan-name.ts";
import type { Publication } from "../domain/publication.ts";
import type { Files } from "../ports.ts";
import { publicationSchema } from "./ledger-schema.ts";

const maxEntryBytes = 1024 * 1024;
const entryName = /^(\d{4,9})-[a-z0-9-]+\.json$/;

export interface Ledger {
  /** Oldest first. */
  readonly publications: readonly Publication[];
  /** Entries that cannot be read, by their files. */
  readonly notices: readonly Notice[];
}

/** Where a plan's ledger lies: `<data>/posts/<plan>/0001-github-issue.json` and so on. */
export function ledgerFolder(data: string, planName: string): string {
  return `${data}/posts/${checkedPlanName(planName)}`;
}

export async function readLedger(
  files: Pick<Files, "list" | "readText">,
  data: string,
  planName: string,
): Promise<Ledger> {
  const folder = ledgerFolder(data, planName);
  const publications: Publication[] = [];
  const notices: Notice[] = [];
  for (const name of await entryNames(files, folder)) {
    const entry = parseEntry((await files.readText(`${folder}/${name}`, maxEntryBytes)) ?? "");
    if (entry !== undefined) publications.push(entry);
    else notices.push(damaged(name));
  }
  return { publications, notices };
}

/** Adds an entry and gives its path. Throws a RenderError where the disk refuses. */
export async function addPublication(
  files: Pick<Files, "list" | "create">,
  data: string,
  publication: Publication,
): Promise<string> {
  const folder = ledgerFolder(data, publication.plan);
  const last = (await entryNames(files, folder)).at(-1);
  const number = String(numberOf(last) + 1).padStart(4, "0");
  const path = `${folder}/${number}-${publication.to}.json`;
  const text = `${JSON.stringify(publication, undefined, 2)}\n`;
  await files.create(path, new TextEncoder().encode(text));
  return path;
}

async function entryNames(files: Pick<Files, "list">, folder: string): Promise<readonly string[]> {
  const names = (await files.list(folder)).filter((name) => entryName.test(name));
  return names.toSorted((left, right) => numberOf(left) - numberOf(right));
}

function numberOf(name = ""): number {
  return Number(entryName.exec(name)?.[1] ?? 0);
}

function parseEntry(text: string): Publication | undefined {
  try {
    return publicationSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

function damaged(name: string): Notice {
  const message = `${name} of the ledger of posts cannot be read`;
  return { code: "ledger-damaged", severity: "warning", subject: name, message };
}
