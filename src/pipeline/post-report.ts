/** Brings a report to the places that its plan names, or says what that would change. */
import { addPublication, ledgerFolder, readLedger } from "../archive/ledger.ts";
import { readWeb } from "../collect/read-web.ts";
import type { Assessment } from "../domain/assessment.ts";
import type { Deck } from "../domain/deck.ts";
import { PlanError, PostError, RenderError } from "../domain/errors.ts";
import { ledgerSchemaVersion, type Posted, type Publication } from "../domain/publication.ts";
import { parseRef } from "../domain/ref.ts";
import type { Snapshot } from "../domain/snapshot.ts";
import type { Instant } from "../domain/time.ts";
import type { Alone, Files, Hash, Pause, Rewriting, Web, WebWriter } from "../ports.ts";
import type { PostContext, Report, Write } from "../post/contract.ts";
import { markdownFor, type Entry } from "../post/entry.ts";
import { writeOnce } from "../post/judge-write.ts";
import { preview, settle } from "../post/settle.ts";
import { githubDoor } from "./github-door.ts";
import { postsOf } from "./plan-posts.ts";
import { sourcesOf } from "./plan-sources.ts";

/** The world as posting needs it. */
export interface PostEffects {
  readonly files: Files & Rewriting;
  readonly hash: Hash;
  readonly web: Web;
  readonly writer: WebWriter;
  readonly pause: Pause;
  readonly alone: Alone;
  /** What the ledger says the time is. */
  readonly now: Instant;
  /** Where a workflow's step may write its summary. */
  readonly summaryFile: string | undefined;
}

/** A report that has been made, and what it was made from. */
export interface MadeReport {
  readonly assessment: Assessment;
  readonly snapshot: Snapshot;
  readonly deck: Deck;
  readonly markdown: string;
}

/** What became of one entry of the plan's `post`. */
export interface PostResult {
  readonly to: string;
  readonly place: string;
  /** What it takes, or has taken. */
  readonly writes: readonly Omit<Write, "apply">[];
  readonly posts: readonly Posted[];
  /** Why it was not posted. The other places are not held up by it. */
  readonly failure?: Error;
}

export interface PostOrder {
  /** Folder that holds the ledger. */
  readonly data: string;
  /** Without it nothing is changed anywhere. */
  readonly isForReal: boolean;
}

/** Throws a PlanError for a plan that names no place, or names one wrongly. */
export async function postReport(
  effects: PostEffects,
  made: MadeReport,
  { data, isForReal }: PostOrder,
): Promise<readonly PostResult[]> {
  const { plan } = made.assessment;
  const entries = postsOf(plan);
  if (entries.length === 0) throw noPlace(plan.file);
  const run: Run = {
    effects,
    context: contextOf(effects),
    report: reportOf(made),
    data,
    pace: paceOf(effects.pause),
  };
  if (!isForReal) return oneByOne(entries, (entry) => look(run, entry));
  let results: readonly PostResult[] = [];
  await whileAlone(effects, `${ledgerFolder(data, plan.name)}/.lock`, async () => {
    results = await oneByOne(entries, (entry) => post(run, entry));
  });
  return results;
}

interface Run {
  readonly effects: PostEffects;
  readonly context: PostContext;
  readonly report: Report;
  readonly data: string;
  pace(): Promise<void>;
}

/** One that fails stops no other. */
async function oneByOne(
  entries: readonly Entry[],
  work: (entry: Entry) => Promise<Pick<PostResult, "writes" | "posts">>,
): Promise<readonly PostResult[]> {
  const results: PostResult[] = [];
  for (const entry of entries) {
    const { place } = entry;
    const about = { to: entry.target.to, place };
    try {
      results.push({ ...about, ...(await work(entry)) });
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      results.push({ ...about, writes: [], posts: [], failure: error });
    }
  }
  return results;
}

async function look(run: Run, entry: Entry) {
  const { last } = await rememberedAt(run, entry);
  return preview(run.context, entry, jobOf(run, entry, last));
}

async function post(run: Run, entry: Entry) {
  const { last, isInDoubt } = await rememberedAt(run, entry);
  if (isInDoubt) throw inDoubt(run, entry);
  const begin = () => remember(run, entry, { state: "begun", posts: [] });
  const job = jobOf(run, entry, last);
  const { posts, changes } = await settle({ ...run, begin }, entry, job);
  if (!isSame(posts, last)) await remember(run, entry, { state: "published", posts });
  return { posts, writes: changes };
}

function jobOf({ report }: Run, entry: Entry, remembered: readonly Posted[]) {
  const { settings } = entry;
  return { settings, report, markdown: markdownFor(entry, report), remembered };
}

/** What the ledger says of a place. */
async function rememberedAt({ effects, report, data }: Run, { target, place }: Entry) {
  const { publications, notices } = await readLedger(effects.files, data, report.id);
  const [notice] = notices;
  if (notice !== undefined) {
    throw new PostError(notice.message, {
      code: notice.code,
      hint: "Take the file from the version control, or remove it: what is posted is found again.",
    });
  }
  const here = publications.filter((one) => one.to === target.to && one.place === place);
  const last = here.findLast(({ state }) => state === "published");
  return { last: last?.posts ?? [], isInDoubt: here.at(-1)?.state === "begun" };
}

async function remember(
  { effects, report, data }: Run,
  { target, place }: Entry,
  entry: Pick<Publication, "state" | "posts">,
): Promise<void> {
  await addPublication(effects.files, data, {
    schemaVersion: ledgerSchemaVersion,
    state: entry.state,
    at: effects.now,
    plan: report.id,
    to: target.to,
    place,
    asOf: report.asOf,
    posts: entry.posts,
  });
}

function isSame(posts: readonly Posted[], last: readonly Posted[]): boolean {
  const keys = (some: readonly Posted[]) => some.map(({ part, id, hash }) => [part, id, hash]);
  return JSON.stringify(keys(posts)) === JSON.stringify(keys(last));
}

function contextOf(effects: PostEffects): PostContext {
  const { files, hash, pause, summaryFile } = effects;
  return {
    files,
    hash,
    pause,
    summaryFile,
    read: (request) => readWeb(effects, request),
    write: (request) => writeOnce(effects.writer, request),
    github: (host) => githubDoor(effects, host),
  };
}

function reportOf({ assessment, snapshot, deck, markdown }: MadeReport): Report {
  const { plan, timeline } = assessment;
  const source = sourcesOf(plan).find(({ kind }) => kind.slot === "github");
  const { host = "github.com" } = Object(source?.settings) as { readonly host?: string };
  return {
    id: plan.name,
    title: deck.title,
    asOf: assessment.asOf,
    deck,
    markdown,
    facts: { host, repositories: repositoriesIn(snapshot) },
    events: timeline?.events ?? [],
  };
}

function repositoriesIn({ workItems }: Snapshot): readonly string[] {
  const names = workItems.flatMap(({ ref }) => parseRef(ref)?.repo ?? []);
  return [...new Set(names)].toSorted();
}

/** GitHub asks for a second between changes. */
function paceOf(pause: Pause): () => Promise<void> {
  let isFirst = true;
  return async () => {
    if (!isFirst) await pause(1, "a second between changes, as GitHub asks");
    isFirst = false;
  };
}

async function whileAlone({ alone }: PostEffects, path: string, work: () => Promise<void>) {
  try {
    await alone(path, work);
  } catch (error) {
    if (!(error instanceof RenderError) || error.code !== "locked") throw error;
    throw new PostError(error.message, {
      code: error.code,
      ...(error.hint && { hint: error.hint }),
    });
  }
}

function noPlace(file: string): PlanError {
  return new PlanError(`${file} names no place to post to`, {
    code: "post-missing",
    hint: "Add to it:\n  post:\n    - { to: github-issue, repo: owner/name, number: 1 }",
  });
}

function inDoubt({ data, report }: Run, { target, place }: Entry): PostError {
  const folder = ledgerFolder(data, report.id);
  return new PostError(`an earlier run was stopped while it posted to ${place}`, {
    code: "post-in-doubt",
    hint: `Look there. If the report is missing, remove the last ${target.to} entry in ${folder} and post again; if it is there, nothing is to be done until the next report.`,
  });
}
