/** From a plan and its facts to what they mean. Pure: the same plan, snapshots and instant give the same assessment. */
import type { Assessment } from "../domain/assessment.ts";
import type { NamedNumber } from "../domain/number.ts";
import type { Plan } from "../domain/plan.ts";
import type { Forecast } from "../domain/risk.ts";
import type { Snapshot } from "../domain/snapshot.ts";
import type { Instant } from "../domain/time.ts";
import { changesBetween, type Side } from "./changes/changes.ts";
import { crossedLines } from "./changes/crossed-lines.ts";
import { exceptionNotices } from "./exceptions.ts";
import { withFoundItems } from "./found-items.ts";
import { goNoGo } from "./go-no-go.ts";
import { lint } from "./lint/lint.ts";
import { historyPoint } from "./history.ts";
import { numberFamilies } from "./numbers/registry.ts";
import { assessObjective } from "./objectives.ts";
import { oddsOutcomes, type OddsOutcome } from "./outcome/odds.ts";
import { outcomeOf } from "./outcome/outcome.ts";
import type { PastReport } from "./past-report.ts";
import { provenanceOf } from "./provenance.ts";
import { qualityNotices } from "./quality.ts";
import { referencesOf } from "./risk/past.ts";
import { workItemsByRef } from "./work-items.ts";

export interface AssessInput {
  readonly plan: Plan;
  readonly snapshot: Snapshot;
  /** The one "now" of the whole run. */
  readonly asOf: Instant;
  /** The last report, to say what changed since. */
  readonly since?: PastReport;
  /** The snapshot before `since`: only it can show that a change came back. */
  readonly older?: Snapshot;
  /** All earlier reports that can be read, the oldest first. */
  readonly past?: readonly PastReport[];
}

/** Never throws on a plan and snapshots that passed their schemas. */
export function assess(input: AssessInput): Assessment {
  const { snapshot, asOf } = input;
  const plan = withFoundItems(input.plan, snapshot);
  const { past = [], older } = input;
  const sides = pastSides(past);
  const before = sideBefore(input, sides);
  const found = assessSide({ plan, snapshot }, asOf, before);
  const changes = before && changesBetween(before, found.side, { older, past: input.past });
  const keyResults = found.side.objectives.flatMap((one) => one.keyResults);
  const provenance = provenanceOf(snapshot.sources);
  const outcome = outcomeOf(sides, found.side);
  const context = { keyResults, snapshot, asOf, changes, outcome, provenance };
  const numbers = sorted([
    ...found.numbers,
    ...numberFamilies.flatMap((family) => family.numbers(context)),
  ]);
  const signal = goNoGo(snapshot);
  const assessment: Assessment = {
    plan,
    release: plan.release,
    asOf,
    objectives: found.side.objectives,
    numbers,
    jobs: snapshot.jobs,
    ...(signal === undefined ? {} : { goNoGo: signal }),
    meetings: snapshot.meetings ?? [],
    sources: snapshot.sources,
    ...(snapshot.coverage === undefined ? {} : { coverage: snapshot.coverage }),
    ...(snapshot.timeline === undefined ? {} : { timeline: snapshot.timeline }),
    ...(changes === undefined ? {} : { changes }),
    crossed: before === undefined ? [] : crossedLines(before, found.side, asOf),
    history: sides.map(historyPoint),
    outcome,
    notices: [
      ...snapshot.notices,
      ...qualityNotices(plan, snapshot, asOf),
      ...exceptionNotices(plan, snapshot),
    ],
  };
  return { ...assessment, notices: [...assessment.notices, ...lint(assessment)] };
}

/** What every report of a series said of its items, against what came of them by the freeze. */
export function judgeOdds({ plan, snapshot, past = [] }: AssessInput): readonly OddsOutcome[] {
  return oddsOutcomes(pastSides([...past, { plan, snapshot }]));
}

function assessSide({ plan, snapshot }: PastReport, asOf: Instant, last: Side | undefined) {
  const provenance = provenanceOf(snapshot.sources);
  const workItems = workItemsByRef(snapshot);
  const referenceOf = referencesOf(snapshot.history ?? []);
  const before = forecastsOf(last);
  const context = { plan, asOf, workItems, provenance, facts: snapshot, referenceOf, before };
  const found = plan.objectives.map((objective) => assessObjective(context, snapshot, objective));
  const side: Side = { plan, snapshot, objectives: found.map(({ assessed }) => assessed) };
  return { side, numbers: found.flatMap(({ numbers }) => numbers) };
}

/** Each earlier report assessed on its own day, with the one before it as its last. */
function pastSides(past: readonly PastReport[]): readonly Side[] {
  const sides: Side[] = [];
  for (const report of past) sides.push(sideOf(report, sides.at(-1)));
  return sides;
}

/** The last report; it need not be one of the series. */
function sideBefore({ since, past = [] }: AssessInput, sides: readonly Side[]): Side | undefined {
  if (since === undefined) return undefined;
  return sides[past.indexOf(since)] ?? sideOf(since, undefined);
}

function sideOf({ plan: written, snapshot }: PastReport, last: Side | undefined): Side {
  const plan = withFoundItems(written, snapshot);
  return assessSide({ plan, snapshot }, snapshot.asOf, last).side;
}

function forecastsOf(side: Side | undefined): ReadonlyMap<string, Forecast> {
  const keyResults = side?.objectives.flatMap((objective) => objective.keyResults) ?? [];
  return new Map(
    keyResults.flatMap(({ keyResult, forecast }) =>
      forecast === undefined ? [] : [[keyResult.id, forecast] as const],
    ),
  );
}

function sorted(numbers: readonly NamedNumber[]): readonly NamedNumber[] {
  return numbers.toSorted((left, right) => (left.name < right.name ? -1 : 1));
}
