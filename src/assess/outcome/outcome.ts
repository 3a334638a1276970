/** What became of a release, from all its reports: pure, and never by the newest plan alone. */
import type { CoverageChange } from "../../domain/changes.ts";
import type { Outcome } from "../../domain/outcome.ts";
import { coverageBetween, type Side } from "../changes/changes.ts";
import { keyResultsOf } from "../changes/scope.ts";
import { workItemsByRef } from "../work-items.ts";
import { forecastOutcomes } from "./forecasts.ts";
import { itemOutcome, type Judging } from "./items.ts";
import { scheduleOutcomes } from "./schedule.ts";
import { tracksOf } from "./tracks.ts";

/** `past` are the earlier reports, the oldest first. */
export function outcomeOf(past: readonly Side[], now: Side): Outcome {
  const series = [...past, now];
  const tracks = tracksOf(series);
  const judging = judgingOf(now);
  const coverage = coverageOf(past, now);
  return {
    from: (past[0] ?? now).snapshot.asOf,
    reports: series.length,
    items: tracks.tracks.map((track) => itemOutcome(judging, track)),
    forecasts: forecastOutcomes(tracks),
    schedule: scheduleOutcomes(series.map(({ snapshot }) => snapshot)),
    ...(coverage === undefined ? {} : { coverage }),
  };
}

function judgingOf({ plan, snapshot, objectives }: Side): Judging {
  const units = new Map(
    keyResultsOf(objectives).map(({ keyResult, progress }) => [keyResult.id, progress.unit]),
  );
  return {
    release: plan.release,
    asOf: snapshot.asOf,
    unitOf: (keyResult) => units.get(keyResult) ?? "",
    workItems: workItemsByRef(snapshot),
  };
}

/** Compared directly: what came and went in between has left no trace. */
function coverageOf(past: readonly Side[], now: Side): CoverageChange | undefined {
  const first = past.find(({ snapshot }) => snapshot.coverage !== undefined);
  return first && coverageBetween(first, now, undefined);
}
