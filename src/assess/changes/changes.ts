/** What differs between the last report and this one. */
import type {
  AssessedObjective,
  Changes,
  CoverageChange,
  KeyResultChange,
  ScheduleChange,
} from "../../domain/assessment.ts";
import type { CiJob, Timeline, TimelineEvent } from "../../domain/facts.ts";
import type { Plan } from "../../domain/plan.ts";
import type { Snapshot } from "../../domain/snapshot.ts";
import { coverageChange } from "./coverage.ts";
import { itemChanges } from "./items.ts";
import { pairItems } from "./pairs.ts";
import { keyResultsOf, scopeChanges } from "./scope.ts";

/** One side of the comparison. */
export interface Side {
  readonly plan: Plan;
  readonly snapshot: Snapshot;
  readonly objectives: readonly AssessedObjective[];
}

/** `older` is the snapshot before the earlier side. */
export function changesBetween(before: Side, now: Side, older: Snapshot | undefined): Changes {
  const tied = pairItems(before.objectives, now.objectives);
  const coverage = coverageOf(before, now, older);
  return {
    since: before.snapshot.asOf,
    items: itemChanges(tied.pairs, tied.gone),
    scope: scopeChanges(before.objectives, now.objectives, tied),
    keyResults: keyResultChanges(before.objectives, now.objectives),
    schedule: scheduleChanges(before.snapshot.timeline, now.snapshot.timeline),
    ...(coverage === undefined ? {} : { coverage }),
    jobs: jobChanges(before.snapshot.jobs, now.snapshot.jobs),
  };
}

function coverageOf(
  { snapshot: before }: Side,
  { snapshot: now, plan }: Side,
  older: Snapshot | undefined,
): CoverageChange | undefined {
  if (before.coverage === undefined || now.coverage === undefined) return undefined;
  const sides = { before: before.coverage, now: now.coverage, older: older?.coverage };
  return coverageChange(plan.release, sides);
}

function keyResultChanges(
  before: readonly AssessedObjective[],
  now: readonly AssessedObjective[],
): readonly KeyResultChange[] {
  const old = new Map(keyResultsOf(before).map((one) => [one.keyResult.id, one]));
  return keyResultsOf(now).flatMap(({ keyResult: { id, kind }, progress: { current } }) => {
    const found = old.get(id);
    // A key result of another kind is another one: its figures do not compare.
    if (found?.keyResult.kind !== kind || found.progress.current === current) return [];
    return [{ keyResult: id, from: found.progress.current, to: current }];
  });
}

function scheduleChanges(
  before: Timeline | undefined,
  now: Timeline | undefined,
): readonly ScheduleChange[] {
  const old = new Map((before?.events ?? []).map((event) => [event.id, event]));
  return (now?.events ?? []).flatMap((event) => {
    const from = old.get(event.id);
    const moved = from === undefined ? undefined : moveOf(from, event);
    return moved === undefined ? [] : [{ event: event.id, title: event.title, ...moved }];
  });
}

/** On the same day only an instant that is another one: one that was not known before is no move. */
function moveOf(
  from: TimelineEvent,
  to: TimelineEvent,
): Pick<ScheduleChange, "from" | "to"> | undefined {
  if (from.date !== to.date) return { from: from.date, to: to.date };
  if (from.instant === undefined || to.instant === undefined) return undefined;
  return from.instant === to.instant ? undefined : { from: from.instant, to: to.instant };
}

function jobChanges(before: readonly CiJob[], now: readonly CiJob[]): Changes["jobs"] {
  return now.flatMap((job) => {
    const old = before.find(({ name, instance }) => name === job.name && instance === job.instance);
    return old === undefined || old.state === job.state ? [] : [{ job, from: old.state }];
  });
}
