/** What is on a board of GitHub Projects. */
import type { FoundItem, ProjectQuery } from "../../domain/item-query.ts";
import { foundItemOf, type Found } from "./found.ts";
import { pagesOf, type Listing } from "./pages.ts";
import { projectQuestion } from "./queries.ts";
import type { Reader } from "./session.ts";
import { boardSchema, type ProjectItem, type ProjectPage } from "./schema.ts";

/** Throws a SourceError where the token may not read the board, or there is none. */
export async function readProject(reader: Reader, query: ProjectQuery): Promise<Found> {
  const rows: ProjectItem[] = [];
  let count = 0;
  for await (const page of pagesOf(reader, listingOf(query))) {
    rows.push(...page.nodes);
    count = page.totalCount ?? count;
  }
  const shown = rows.filter(({ isArchived }) => isArchived !== true);
  const items = shown.flatMap((row) => itemOf(row) ?? []);
  return { items, findings: findingsOf(query, { rows, shown, items, count }) };
}

function listingOf(query: ProjectQuery): Listing<ProjectPage> {
  const { owner, number } = query;
  return {
    title: `the project ${owner}/${number}`,
    question: (page) => projectQuestion(query, page),
    read: ({ data }) => boardSchema.safeParse(data["repositoryOwner"]).data?.projectV2.items,
  };
}

/** Undefined for what the token may not see. */
function itemOf({ content, adds, step }: ProjectItem): FoundItem | undefined {
  const item = content ? foundItemOf(content) : undefined;
  if (item === undefined) return undefined;
  const word = step?.name ?? step?.text;
  return {
    ...item,
    ...(typeof adds?.number === "number" && { adds: adds.number }),
    ...(word !== undefined && { step: word }),
  };
}

interface Read {
  readonly rows: readonly ProjectItem[];
  readonly shown: readonly ProjectItem[];
  readonly items: readonly FoundItem[];
  /** What GitHub says how many there are. */
  readonly count: number;
}

function findingsOf(
  { adds }: ProjectQuery,
  { rows, shown, items, count }: Read,
): readonly string[] {
  const hidden = shown.length - items.length;
  const isFieldUnknown =
    typeof adds === "string" && items.length > 0 && items.every((item) => item.adds === undefined);
  return [
    ...(rows.length === count ? [] : [`GitHub counts ${count} items and gave ${rows.length}`]),
    ...(hidden === 0 ? [] : [`the token may not see ${hidden} of its ${shown.length} items`]),
    ...(isFieldUnknown ? [`none of its items has a number in the field "${adds}"`] : []),
  ];
}
