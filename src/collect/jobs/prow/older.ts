/** Runs of a job that Prow itself has forgotten: from its bucket, and from the pages made of that. */
import type { CollectContext } from "../../contract.ts";
import { readWeb } from "../../read-web.ts";
import { settle, type Settled } from "../../settle.ts";
import type { Attempt } from "../attempts.ts";
import { folderOf, latestStored } from "./bucket.ts";
import { historyAddress, parseHistory, type HistoryPage } from "./history.ts";
import type { Recent } from "./recent.ts";
import type { Target } from "./target.ts";

/** Pages that are read at most, twenty runs each: a fortnight of a job that runs every three hours. */
const maxPages = 6;

const maxPageBytes = 4 * 1024 * 1024;

export interface Older {
  /** Also what was found before a failure. */
  readonly attempts: readonly Attempt[];
  readonly failure?: Settled<void>["failure"];
}

/** Older runs, back to one that ended otherwise than the newest; none where that is known already. */
export async function olderRuns(
  context: CollectContext,
  job: Target,
  recent: Recent | undefined,
): Promise<Older> {
  const known = [...(recent?.attempts ?? [])];
  const { bucket } = job;
  if (bucket === undefined || knowsTurn(known)) return { attempts: [] };
  const search = { job: { ...job, bucket }, listing: listingOf(job, recent), known };
  const { failure } = await settle(look(context, search));
  return failure === undefined ? { attempts: known } : { attempts: known, failure };
}

/** Where a job's runs are listed follows from what kind of job it is, which only a run tells. */
function listingOf({ name }: Target, recent: Recent | undefined): string | undefined {
  if (recent?.type === undefined) return undefined;
  const isOfPulls = recent.type === "presubmit" || recent.type === "batch";
  return isOfPulls ? folderOf.directory(name) : folderOf.byJob(name);
}

interface Search {
  readonly job: Target & { readonly bucket: string };
  readonly listing: string | undefined;
  /** What is found is added to it, so that a failure on the way costs only the rest. */
  readonly known: Attempt[];
}

async function look(context: CollectContext, search: Search): Promise<void> {
  const { job, listing, known } = search;
  context.tell(`looks for older runs of ${job.name}`);
  const folder = listing ?? (await storedFolder(context, search));
  if (folder !== undefined) await walk(context, { ...job, folder }, known);
}

async function storedFolder(context: CollectContext, { job, known }: Search) {
  const stored = await latestStored(context, job);
  if (stored?.attempt !== undefined) known.push(stored.attempt);
  return stored?.folder;
}

async function walk(context: CollectContext, list: HistoryPage, known: Attempt[]): Promise<void> {
  let page = list;
  for (let count = 0; count < maxPages && !knowsTurn(known); count += 1) {
    const url = historyAddress(page);
    const { text } = await readWeb(context, { url, maxBytes: maxPageBytes });
    const runs = parseHistory(text, url, list.prow);
    const last = runs.at(-1);
    if (last === undefined || last.id === page.fromId) return;
    known.push(...runs);
    page = { ...list, fromId: last.id };
  }
}

/** Whether runs of either end are known, and with them since when the newest ends as it does. */
function knowsTurn(attempts: readonly Attempt[]): boolean {
  const outcomes = new Set(attempts.map(({ outcome }) => outcome));
  return outcomes.has("passed") && outcomes.has("failed");
}
