/** What differs between the last report and this one. */
import type { AssessedObjective } from "../../domain/assessment.ts";
import type { Changes, CoverageChange } from "../../domain/changes.ts";
import type { CiJob } from "../../domain/facts.ts";
import type { Snapshot } from "../../domain/snapshot.ts";
import type { PastReport } from "../past-report.ts";
import { provenanceOf } from "../provenance.ts";
import { workItemsByRef } from "../work-items.ts";
import { keyResultChanges } from "./causes.ts";
import { coverageChange } from "./coverage.ts";
import { itemChanges } from "./items.ts";
import { needChanges } from "./needs.ts";
import { pairItems } from "./pairs.ts";
import { scheduleChanges } from "./schedule.ts";
import { keyResultsOf, scopeChanges } from "./scope.ts";
import { staleTexts } from "./stale-texts.ts";
import { standingsChanges } from "./standings.ts";
import { wordChanges } from "./words.ts";

/** One side of the comparison. */
export interface Side extends PastReport {
  readonly objectives: readonly AssessedObjective[];
}

/** What was before the earlier side, which only some changes show. */
export interface Background {
  /** The snapshot before the earlier side. */
  readonly older?: Snapshot | undefined;
  /** All reports before this one, the oldest first. */
  readonly past?: readonly PastReport[] | undefined;
}

export function changesBetween(before: Side, now: Side, background: Background): Changes {
  const tied = pairItems(before.objectives, now.objectives);
  const coverage = coverageBetween(before, now, background.older);
  const sides = { before: keyResultsOf(before.objectives), now: keyResultsOf(now.objectives) };
  const { coverage: newer } = now.snapshot;
  return {
    since: before.snapshot.asOf,
    items: itemChanges(tied),
    needs: needChanges(tied.pairs, workItemsByRef(now.snapshot)),
    words: wordChanges(tied.pairs),
    scope: scopeChanges(before.objectives, now.objectives, tied),
    keyResults: keyResultChanges({ ...sides, tied, coverage, export: newer }),
    standings: standingsChanges(sides.before, sides.now),
    schedule: scheduleChanges(before.snapshot.timeline, now.snapshot.timeline),
    ...(coverage === undefined ? {} : { coverage }),
    jobs: jobChanges(before.snapshot.jobs, now.snapshot.jobs),
    staleTexts: staleTexts(now.plan, background.past ?? [before]),
  };
}

/** How the row of the release changed, with the exports by which that is known. */
export function coverageBetween(
  { snapshot: before }: Side,
  { snapshot: now, plan }: Side,
  older: Snapshot | undefined,
): CoverageChange | undefined {
  if (before.coverage === undefined || now.coverage === undefined) return undefined;
  const sides = { before: before.coverage, now: now.coverage, older: older?.coverage };
  const change = coverageChange(plan.release, sides);
  return change && { ...change, exports: exportsOf(before, now) };
}

/** Where both sides of the comparison can be looked up. */
function exportsOf(before: Snapshot, now: Snapshot): CoverageChange["exports"] {
  const [from] = provenanceOf(before.sources)(before.coverage?.source);
  const [to] = provenanceOf(now.sources)(now.coverage?.source);
  return { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
}

function jobChanges(before: readonly CiJob[], now: readonly CiJob[]): Changes["jobs"] {
  return now.flatMap((job) => {
    const old = before.find(({ name, instance }) => name === job.name && instance === job.instance);
    return old === undefined || old.state === job.state ? [] : [{ job, from: old.state }];
  });
}
