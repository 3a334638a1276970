/** The past of the repositories that a plan's open work lives in: whole at first, then what is new. */
import { addDays, dayOf, epochMinutes } from "../../calendar.ts";
import { SourceError } from "../../domain/errors.ts";
import type { WorkItem } from "../../domain/facts.ts";
import type { Notice } from "../../domain/notice.ts";
import {
  packPulls,
  unpackPulls,
  type PackedPull,
  type PullHistory,
} from "../../domain/pull-history.ts";
import type { Snapshot } from "../../domain/snapshot.ts";
import type { Instant } from "../../domain/time.ts";
import { readHistory, type PastPull } from "./history.ts";
import type { Reader } from "./session.ts";

export interface PastWanted {
  readonly asOf: Instant;
  /** Id of the source that it is to be filed under. */
  readonly source: string;
  readonly works: readonly WorkItem[];
  /** The last snapshot, with the past as it was then. */
  readonly previous?: Pick<Snapshot, "history">;
}

export interface PastRead {
  readonly history: readonly PullHistory[];
  readonly notices: readonly Notice[];
}

/** Two years: six freezes, and 26 windows of four weeks. */
const pastDays = 730;
/** A plan is about a few repositories; more would take the points of an hour. */
const mostRepos = 10;

/** What cannot be read stays as it was last time, or away, with a notice. */
export async function readPast(reader: Reader, wanted: PastWanted): Promise<PastRead> {
  const repos = reposOf(wanted.works);
  const history: PullHistory[] = [];
  const notices: Notice[] = [];
  for (const repo of repos.slice(0, mostRepos)) {
    const before = wanted.previous?.history?.find((one) => one.repo === repo);
    try {
      history.push(await refreshed(reader, wanted, { repo, before }));
    } catch (error) {
      if (!(error instanceof SourceError)) throw error;
      notices.push(notice(repo, `its past could not be read: ${error.message}`));
      if (before !== undefined) history.push({ ...before, source: wanted.source });
    }
  }
  const left = repos.slice(mostRepos).map((repo) => notice(repo, "its past is not read: too many"));
  return { history, notices: [...notices, ...left] };
}

/** Where something is still open, each once. */
function reposOf(works: readonly WorkItem[]): readonly string[] {
  const open = works.filter(({ state }) => state === "open");
  return [...new Set(open.map(({ ref }) => ref.slice(0, ref.indexOf("#"))))].toSorted();
}

interface Repo {
  readonly repo: string;
  readonly before: PullHistory | undefined;
}

/** Of a past that is known only what has been touched since, and the day before: clocks differ. */
async function refreshed(
  reader: Reader,
  { asOf, source }: PastWanted,
  { repo, before }: Repo,
): Promise<PullHistory> {
  const since = `${addDays(dayOf(asOf), -pastDays)}T00:00:00Z`;
  const known = before === undefined ? [] : unpackPulls(before.pulls);
  const news = await readHistory(
    reader,
    before === undefined
      ? { repo, since, by: "created" }
      : { repo, since: `${addDays(dayOf(before.until), -1)}T00:00:00Z`, by: "updated" },
  );
  const pulls = new Map(known.map((pull) => [pull.number, pull]));
  for (const pull of usual(news)) pulls.set(pull.number, packed(pull));
  const first = epochMinutes(since);
  const kept = [...pulls.values()].filter(({ created }) => created >= first);
  return { repo, since, until: asOf, pulls: packPulls(kept), source };
}

/** By people, into the branch that most go into: releases are patched by other rules. */
function usual(pulls: readonly PastPull[]): readonly PastPull[] {
  const byBranch = [...Map.groupBy(pulls, ({ baseBranch = "" }) => baseBranch)];
  const [most] = byBranch.toSorted(([, left], [, right]) => right.length - left.length);
  return pulls.filter(({ baseBranch = "", isBot }) => baseBranch === most?.[0] && isBot !== true);
}

function packed({ number, createdAt, mergedAt, closedAt }: PastPull): PackedPull {
  const created = Math.round(epochMinutes(createdAt));
  if (mergedAt !== undefined) return { number, created, merged: epochMinutes(mergedAt) };
  if (closedAt !== undefined) return { number, created, closed: epochMinutes(closedAt) };
  return { number, created };
}

function notice(subject: string, message: string): Notice {
  return { code: "past-unread", severity: "info", subject, message };
}
