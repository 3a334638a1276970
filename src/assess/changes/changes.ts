/** What differs between the last report and this one. */
import type {
  AssessedObjective,
  Changes,
  KeyResultChange,
  ScheduleChange,
  ScopeChange,
} from "../../domain/assessment.ts";
import type { CiJob, Timeline } from "../../domain/facts.ts";
import type { Plan } from "../../domain/plan.ts";
import type { Snapshot } from "../../domain/snapshot.ts";
import { coverageChange } from "./coverage.ts";
import { itemChanges } from "./items.ts";

/** One side of the comparison. */
export interface Side {
  readonly plan: Plan;
  readonly snapshot: Snapshot;
  readonly objectives: readonly AssessedObjective[];
}

/** `older` are the snapshots before the earlier side, newest first. */
export function changesBetween(before: Side, now: Side, older: readonly Snapshot[]): Changes {
  const { items, scope } = itemChanges(before.objectives, now.objectives);
  const coverage = coverageOf(before, now, older);
  return {
    since: before.snapshot.asOf,
    items,
    scope: [...targetChanges(before.objectives, now.objectives), ...scope],
    keyResults: keyResultChanges(before.objectives, now.objectives),
    schedule: scheduleChanges(before.snapshot.timeline, now.snapshot.timeline),
    ...(coverage === undefined ? {} : { coverage }),
    jobs: jobChanges(before.snapshot.jobs, now.snapshot.jobs),
  };
}

function coverageOf(before: Side, now: Side, older: readonly Snapshot[]) {
  if (before.snapshot.coverage === undefined || now.snapshot.coverage === undefined)
    return undefined;
  const olderCoverage = older.flatMap(({ coverage }) => coverage ?? []);
  return coverageChange(
    now.plan.release,
    before.snapshot.coverage,
    now.snapshot.coverage,
    olderCoverage,
  );
}

function keyResultPairs(before: readonly AssessedObjective[], now: readonly AssessedObjective[]) {
  const old = before.flatMap(({ keyResults }) => keyResults);
  return now
    .flatMap(({ keyResults }) => keyResults)
    .flatMap((current) => {
      const found = old.find(({ keyResult }) => keyResult.id === current.keyResult.id);
      return found === undefined ? [] : [{ id: current.keyResult.id, from: found, to: current }];
    });
}

function keyResultChanges(
  before: readonly AssessedObjective[],
  now: readonly AssessedObjective[],
): readonly KeyResultChange[] {
  return keyResultPairs(before, now)
    .map(({ id, from, to }) => ({
      keyResult: id,
      from: from.progress.current,
      to: to.progress.current,
    }))
    .filter(({ from, to }) => from !== to);
}

function targetChanges(
  before: readonly AssessedObjective[],
  now: readonly AssessedObjective[],
): readonly ScopeChange[] {
  return keyResultPairs(before, now).flatMap(({ id, from, to }) =>
    (["goal", "stretch"] as const)
      .filter((target) => from.progress[target] !== to.progress[target])
      .map((target) => ({
        keyResult: id,
        what: target,
        from: String(from.progress[target] ?? "none"),
        to: String(to.progress[target] ?? "none"),
      })),
  );
}

function scheduleChanges(
  before: Timeline | undefined,
  now: Timeline | undefined,
): readonly ScheduleChange[] {
  return (now?.events ?? []).flatMap((event) => {
    const old = before?.events.find(({ id }) => id === event.id);
    if (old === undefined || old.date === event.date) return [];
    return [{ event: event.id, title: event.title, from: old.date, to: event.date }];
  });
}

function jobChanges(before: readonly CiJob[], now: readonly CiJob[]): Changes["jobs"] {
  return now.flatMap((job) => {
    const old = before.find(({ name, instance }) => name === job.name && instance === job.instance);
    return old === undefined || old.state === job.state ? [] : [{ job, from: old.state }];
  });
}
