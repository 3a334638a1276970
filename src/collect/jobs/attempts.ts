/** From the runs of a job, finished or not, to how the job stands. What is not known is never green. */
import { dayOf, hoursBetween, longInstant } from "../../calendar.ts";
import type { CiJob, CiRun } from "../../domain/facts.ts";
import type { Instant } from "../../domain/time.ts";

/** A run as its source tells of it. */
export interface Attempt {
  /** Kept as text: such ids outgrow what a number may hold. */
  readonly id: string;
  readonly startedAt: Instant;
  /** `unknown`: its source uses a word for it that is not known. */
  readonly outcome: CiRun["state"] | "running" | "unknown";
  readonly url?: string;
}

/** A run that has not ended after so many hours will not be heard of again. */
const lostHours = 24;

/** A newest run that began longer ago than this is named with its day. */
const freshHours = 48;

/** Finished runs that a snapshot keeps of a job. */
const keptRuns = 200;

/** How a job stands by its newest run, since when, and what else a reader should know. */
export function standingOf(
  attempts: readonly Attempt[],
  asOf: Instant,
): Pick<CiJob, "state" | "since" | "note" | "runs"> {
  const known = newestFirst(attempts.filter(({ startedAt }) => startedAt <= asOf));
  const runs = known.flatMap(finished);
  const kept = runs.length === 0 ? {} : { runs: runs.slice(0, keptRuns) };
  const doubt = doubtOf(known, asOf);
  if (doubt !== undefined) return { state: "unknown", note: doubt, ...kept };
  const { newest, first, isWhole } = streakOf(known);
  if (newest === undefined || first === undefined) return { state: "unknown", ...kept };
  const notes = [...notesOf(known, newest, asOf), ...(isWhole ? [] : [longer])];
  return {
    state: newest.outcome === "passed" ? "passing" : "failing",
    since: dayOf(first.startedAt),
    ...(notes.length === 0 ? {} : { note: notes.join("; ") }),
    ...kept,
  };
}

interface Streak {
  readonly newest: Attempt | undefined;
  readonly first: Attempt | undefined;
  /** The run before the first one is known, and ended otherwise. */
  readonly isWhole: boolean;
}

/** The newest runs that ended alike. An aborted run and one that never ended say nothing. */
function streakOf(attempts: readonly Attempt[]): Streak {
  const telling = attempts.filter(({ outcome }) => outcome !== "aborted" && outcome !== "running");
  const [newest] = telling;
  const end = telling.findIndex(({ outcome }) => outcome !== newest?.outcome);
  const streak = end === -1 ? telling : telling.slice(0, end);
  return { newest, first: streak.at(-1), isWhole: end !== -1 };
}

/** Each run once, the newest first. What says how a run ended wins over what says that it is under way. */
function newestFirst(attempts: readonly Attempt[]): readonly Attempt[] {
  const byId = new Map<string, Attempt>();
  for (const attempt of attempts) {
    const before = byId.get(attempt.id);
    if (before === undefined || finished(before).length === 0) byId.set(attempt.id, attempt);
  }
  return [...byId.values()].toSorted(
    (left, right) => compare(right.startedAt, left.startedAt) || compare(right.id, left.id),
  );
}

/** The run as a snapshot holds it; nothing where it has not finished. */
function finished({ outcome, ...run }: Attempt): readonly CiRun[] {
  if (outcome === "running" || outcome === "unknown") return [];
  return [{ ...run, state: outcome }];
}

/** Why nothing can be said; undefined where something can. */
function doubtOf([newest, ...older]: readonly Attempt[], asOf: Instant): string | undefined {
  if (newest === undefined) return "no run of it is known";
  const began = longInstant(newest.startedAt);
  if (newest.outcome === "unknown") return `how its run of ${began} ended is not understood`;
  if (newest.outcome === "aborted") return `its newest run, of ${began}, was aborted`;
  if (newest.outcome !== "running") return undefined;
  if (hoursBetween(newest.startedAt, asOf) > lostHours)
    return `its newest run, of ${began}, never told how it ended`;
  return doubtOf(older, asOf);
}

function notesOf([newest]: readonly Attempt[], last: Attempt, asOf: Instant): readonly string[] {
  const isRunning = newest?.outcome === "running";
  const isOld = hoursBetween(last.startedAt, asOf) > freshHours;
  return [
    ...(isOld ? [`last finished run: ${longInstant(last.startedAt)}`] : []),
    ...(isRunning ? [`a newer one is under way since ${longInstant(newest.startedAt)}`] : []),
  ];
}

/** The runs that are known all ended alike. */
const longer = "perhaps for longer: older runs are not known";

function compare(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}
