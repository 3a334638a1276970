/** Brings a report to the places that its plan names, or says what that would change. */
import { addPublication, ledgerFolder, readLedger } from "../archive/ledger.ts";
import type { Assessment } from "../domain/assessment.ts";
import type { CutName } from "../domain/cut.ts";
import { PlanError, PostError } from "../domain/errors.ts";
import type { Plan } from "../domain/plan.ts";
import { ledgerSchemaVersion, type Posted, type Publication } from "../domain/publication.ts";
import { parseRef } from "../domain/ref.ts";
import type { Snapshot } from "../domain/snapshot.ts";
import type { PostContext, Report, Write } from "../post/contract.ts";
import { diffText } from "../post/diff.ts";
import { cutFor, isForReminders, markdownFor, type Entry } from "../post/entry.ts";
import { preview, settle } from "../post/settle.ts";
import { postsOf } from "./plan-posts.ts";
import { sourcesOf } from "./plan-sources.ts";
import { contextOf, paceOf, whileAlone, type PostEffects } from "./post-world.ts";

export type { PostEffects } from "./post-world.ts";

/** What a report is made from, and how a cut of it is made. */
export interface ReportMaker {
  readonly assessment: Assessment;
  readonly snapshot: Snapshot;
  /** `reportUrl` is where the whole report stands, for cuts that lead there. */
  make(wish: { readonly cut: CutName; readonly reportUrl?: string }): Promise<MadeReport>;
}

export type MadeReport = Pick<Report, "title" | "markdown" | "forms">;

/** What became of one entry of the plan's `post`. */
export interface PostResult {
  readonly to: string;
  readonly place: string;
  /** What it takes, or has taken. */
  readonly writes: readonly ShownWrite[];
  readonly posts: readonly Posted[];
  /** Why it was not posted. The other places are not held up by it. */
  readonly failure?: Error;
}

/** A change with the whole texts, and how they differ line by line. */
export interface ShownWrite extends Pick<Write, "kind" | "title" | "before" | "after"> {
  readonly diff: string;
}

export interface PostOrder {
  /** Folder that holds the ledger. */
  readonly data: string;
  /** Without it nothing is changed anywhere. */
  readonly isForReal: boolean;
  /** To the places for reminders, and only where something crossed a line; else to all others. */
  readonly isReminder?: boolean;
}

/** Throws a PlanError for a plan that names no such place, or names one wrongly. */
export async function postReport(
  effects: PostEffects,
  maker: ReportMaker,
  { data, isForReal, isReminder = false }: PostOrder,
): Promise<readonly PostResult[]> {
  const { plan, crossed } = maker.assessment;
  const entries = postsOf(plan);
  const chosen = entries.filter((entry) => isForReminders(entry) === isReminder);
  if (chosen.length === 0) throw noPlace(plan.file, isReminder);
  if (isReminder && crossed.length === 0) return chosen.map(upToDate);
  const run: Run = {
    effects,
    context: contextOf(effects),
    maker,
    entries,
    data,
    pace: paceOf(effects.pause),
  };
  if (!isForReal) return oneByOne(chosen, (entry) => look(run, entry));
  let results: readonly PostResult[] = [];
  await whileAlone(effects, `${ledgerFolder(data, plan.name)}/.lock`, async () => {
    results = await oneByOne(chosen, (entry) => post(run, entry));
  });
  return results;
}

interface Run {
  readonly effects: PostEffects;
  readonly context: PostContext;
  readonly maker: ReportMaker;
  readonly entries: readonly Entry[];
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
    try {
      results.push({ ...upToDate(entry), ...(await work(entry)) });
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      results.push({ ...upToDate(entry), failure: error });
    }
  }
  return results;
}

function upToDate({ target, place }: Entry): PostResult {
  return { to: target.to, place, writes: [], posts: [] };
}

async function look(run: Run, entry: Entry) {
  const history = await historyOf(run);
  const { writes, posts } = await preview(run.context, entry, await jobOf(run, entry, history));
  return { posts, writes: writes.map(shown) };
}

async function post(run: Run, entry: Entry) {
  const history = await historyOf(run);
  const last = at(history, entry).at(-1);
  const isInDoubt = last?.state === "begun" && last.asOf === run.maker.assessment.asOf;
  if (isInDoubt) throw inDoubt(run, entry);
  const begin = () => remember(run, entry, { state: "begun", posts: [] });
  const takeBack = () => remember(run, entry, { state: "refused", posts: [] });
  const job = await jobOf(run, entry, history);
  const { posts, changes } = await settle({ ...run, begin, takeBack }, entry, job);
  if (!isSame(posts, job.remembered)) await remember(run, entry, { state: "published", posts });
  return { posts, writes: changes.map(shown) };
}

/** Comparing long texts takes a while, and most who post do not ask for it. */
function shown({ kind, title, before, after }: Write): ShownWrite {
  return {
    kind,
    title,
    before,
    after,
    get diff() {
      return diffText(before, after);
    },
  };
}

type History = readonly Publication[];

async function jobOf(run: Run, entry: Entry, history: History) {
  const { settings } = entry;
  const report = await reportFor(run, entry, history);
  const last = at(history, entry).findLast(({ state }) => state === "published");
  return { settings, report, markdown: markdownFor(entry, report), remembered: last?.posts ?? [] };
}

/** What the ledger says of a place. */
function at(history: History, { target, place }: Entry): History {
  return history.filter((one) => one.to === target.to && one.place === place);
}

async function historyOf({ effects, maker, data }: Run): Promise<History> {
  const ledger = await readLedger(effects.files, data, maker.assessment.plan.name);
  const [notice] = ledger.notices;
  if (notice === undefined) return ledger.publications;
  throw new PostError(notice.message, {
    code: notice.code,
    hint: "Take the file from the version control, or remove it: what is posted is found again.",
  });
}

async function remember(
  { effects, maker: { assessment }, data }: Run,
  entry: Entry,
  { state, posts }: Pick<Publication, "state" | "posts">,
): Promise<void> {
  await addPublication(effects.files, data, {
    schemaVersion: ledgerSchemaVersion,
    state,
    at: effects.now,
    plan: assessment.plan.name,
    to: entry.target.to,
    place: entry.place,
    cut: cutFor(entry),
    asOf: assessment.asOf,
    posts,
  });
}

function isSame(posts: readonly Posted[], last: readonly Posted[]): boolean {
  const keys = (some: readonly Posted[]) => some.map(({ part, id, hash }) => [part, id, hash]);
  return JSON.stringify(keys(posts)) === JSON.stringify(keys(last));
}

async function reportFor(run: Run, entry: Entry, history: History): Promise<Report> {
  const { assessment, snapshot, make } = run.maker;
  const cut = cutFor(entry);
  const reportUrl = cut === "meeting" ? undefined : urlOfWhole(run, history);
  const made = await make({ cut, ...(reportUrl !== undefined && { reportUrl }) });
  const { plan, timeline, asOf } = assessment;
  return {
    ...made,
    id: isForReminders(entry) ? `${plan.name}.reminder` : plan.name,
    asOf,
    facts: { host: githubHost(plan), repositories: repositoriesIn(snapshot) },
    events: timeline?.events ?? [],
  };
}

/** Where the whole report stands, if it was posted to where there are addresses. */
function urlOfWhole({ entries }: Run, history: History): string | undefined {
  const whole = entries.filter((entry) => cutFor(entry) === "meeting");
  const posts = whole.flatMap((entry) => at(history, entry).at(-1)?.posts[0] ?? []);
  return posts.find(({ url }) => url !== undefined)?.url;
}

function githubHost(plan: Plan): string {
  const source = sourcesOf(plan).find(({ kind }) => kind.slot === "github");
  const { host = "github.com" } = Object(source?.settings) as { readonly host?: string };
  return host;
}

function repositoriesIn({ workItems }: Snapshot): readonly string[] {
  const names = workItems.flatMap(({ ref }) => parseRef(ref)?.repo ?? []);
  return [...new Set(names)].toSorted();
}

function noPlace(file: string, isReminder: boolean): PlanError {
  const [what, cut] = isReminder ? ["reminders", ", cut: reminder"] : ["the report", ""];
  return new PlanError(`${file} names no place to post ${what} to`, {
    code: "post-missing",
    hint: `Add to it:\n  post:\n    - { to: github-issue, repo: owner/name, number: 1${cut} }`,
  });
}

function inDoubt({ data, maker }: Run, { target, place }: Entry): PostError {
  const folder = ledgerFolder(data, maker.assessment.plan.name);
  return new PostError(`an earlier run was stopped while it posted to ${place}`, {
    code: "post-in-doubt",
    hint: `Look there. If the report is missing, remove the last ${target.to} entry in ${folder} and post again; if it is there, nothing is to be done until the next report.`,
  });
}
