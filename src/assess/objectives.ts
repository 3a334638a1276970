/** Objectives and key results with their scores, and the numbers that come of them. */
import type {
  AssessedGroup,
  AssessedKeyResult,
  AssessedObjective,
  Progress,
  Score,
  Statement,
} from "../domain/assessment.ts";
import type { NamedNumber, NumberInput } from "../domain/number.ts";
import { fileNameOf } from "../domain/place.ts";
import type { KeyResult, Objective, ScoreOverride } from "../domain/plan.ts";
import type { Snapshot } from "../domain/snapshot.ts";
import type { KindNumber, Measurement } from "../key-results/contract.ts";
import { findKind } from "../key-results/registry.ts";
import type { Forecast } from "../domain/risk.ts";
import { assessGroups, type ItemContext } from "./items.ts";
import { distinct } from "./provenance.ts";
import { clearingOdds } from "./risk/clearing.ts";
import { freezeOf } from "./risk/deadline.ts";
import { forecastOf } from "./risk/forecast.ts";
import { forecastNumbers } from "./risk/numbers.ts";

export interface ObjectiveFinding {
  readonly assessed: AssessedObjective;
  readonly numbers: readonly NamedNumber[];
}

/** What key results are assessed by. */
export interface ObjectiveContext extends ItemContext {
  /** What the last report forecast, by id of the key result. */
  readonly before: ReadonlyMap<string, Forecast>;
}

export function assessObjective(
  context: ObjectiveContext,
  snapshot: Snapshot,
  objective: Objective,
): ObjectiveFinding {
  const found = objective.keyResults.map((keyResult) =>
    assessKeyResult(context, snapshot, keyResult),
  );
  const keyResults = found.map(({ assessed }) => assessed);
  const score = objectiveScore(objective, keyResults);
  const inputs = keyResults.map(({ keyResult, score: { value } }) => ({
    label: `${keyResult.id}.score`,
    value: value ?? "unknown",
  }));
  return {
    assessed: { objective, score, keyResults },
    numbers: [...found.flatMap(({ numbers }) => numbers), scoreNumber(objective.id, score, inputs)],
  };
}

function assessKeyResult(context: ObjectiveContext, snapshot: Snapshot, keyResult: KeyResult) {
  const kind = findKind(keyResult.kind);
  if (kind === undefined) throw new TypeError(`no kind of key result is called ${keyResult.kind}`);
  const groups = assessGroups(context, keyResult);
  const measured = kind.measure(keyResult, {
    release: context.plan.release,
    asOf: context.asOf,
    groups,
    jobs: snapshot.jobs,
    provenance: context.provenance,
    ...(snapshot.coverage === undefined ? {} : { coverage: snapshot.coverage }),
  });
  const { progress } = measured;
  const score = overruled(progress.score, progress.scoreFormula, keyResult.override);
  const {
    forecast,
    numbers: odds,
    statements,
  } = forecastIn(context, { keyResult, progress, groups });
  const assessed: AssessedKeyResult = {
    keyResult,
    score,
    progress: { ...progress, statements: [...progress.statements, ...statements] },
    groups,
    ...(forecast === undefined ? {} : { forecast }),
  };
  const sums = groups.map((group) => groupNumber(group, progress.unit));
  return { assessed, numbers: [...numbersOf(keyResult, score, measured), ...sums, ...odds] };
}

interface Outlook {
  readonly forecast?: Forecast | undefined;
  readonly numbers: readonly NamedNumber[];
  readonly statements: readonly Statement[];
}

/** For kinds that add up, and for those that clear debt. */
function forecastIn(
  { facts, asOf, before }: ObjectiveContext,
  { keyResult, progress, groups }: Pick<AssessedKeyResult, "keyResult" | "progress" | "groups">,
): Outlook {
  const { id, kind, freeze: binding } = keyResult;
  const { adds, owed } = findKind(kind) ?? {};
  const items = groups.flatMap((group) => group.items);
  const freeze = freezeOf(facts.timeline, binding);
  if (owed !== undefined) {
    const debts = (target: string) => owed(facts.coverage, target);
    return clearingOdds({ id, progress, items, freeze, owed: debts });
  }
  if (adds === undefined) return { numbers: [], statements: [] };
  const forecast =
    freeze && forecastOf({ asOf, freeze, items, adds, progress, before: before.get(id) });
  const hasStretch = progress.stretch !== undefined;
  return {
    forecast,
    numbers: forecastNumbers({ id, unit: progress.unit, forecast, items, hasStretch }),
    statements: [],
  };
}

/** The mean of what is known; unknown while any key result's score is. */
function objectiveScore(objective: Objective, keyResults: readonly AssessedKeyResult[]): Score {
  const values = keyResults.map(({ score }) => score.value);
  const known = values.filter((value) => value !== undefined);
  const isKnown = known.length === values.length && known.length > 0;
  const mean = isKnown
    ? round(known.reduce((sum, value) => sum + value, 0) / known.length)
    : undefined;
  return overruled(mean, "mean of its key results' scores", objective.override);
}

function overruled(
  computed: number | undefined,
  formula: string,
  override: ScoreOverride | undefined,
): Score {
  const value = computed === undefined ? undefined : round(computed);
  if (override === undefined) return { value, computed: value, formula };
  const { who, why, score } = override;
  return { value: score, computed: value, formula, overriddenBy: { who, why } };
}

/** Scores are shown and compared with two places; the one rounding is here. */
function round(score: number): number {
  return Math.round(score * 100) / 100;
}

function numbersOf(
  keyResult: KeyResult,
  score: Score,
  { progress, numbers }: Measurement,
): readonly NamedNumber[] {
  const { id } = keyResult;
  const computed = new Set(numbers.map(({ name }) => name));
  const stated = statedTargets(keyResult, progress).filter(({ name }) => !computed.has(name));
  const inputs: readonly NumberInput[] = [
    { label: progress.currentName, value: progress.current ?? "unknown" },
    { label: `${id}.goal`, value: progress.goal },
  ];
  return [
    ...[...stated, ...numbers].map((number) => named(id, progress.unit, number)),
    scoreNumber(id, score, inputs),
  ];
}

/** Goal and stretch as numbers, with the place in the plan where the key result begins. */
function statedTargets({ at }: KeyResult, { goal, stretch }: Progress): readonly KindNumber[] {
  const stated = (name: string, value: number | string): KindNumber => ({
    name,
    value,
    ...(typeof value === "string" ? { unit: "release" } : {}),
    formula: "stated in the plan",
    inputs: [{ label: `plan ${fileNameOf(at.file)}`, value: `line ${at.line}` }],
  });
  return [stated("goal", goal), ...(stretch === undefined ? [] : [stated("stretch", stretch)])];
}

function named(id: string, unit: string, number: KindNumber): NamedNumber {
  return {
    name: `${id}.${number.name}`,
    value: number.value,
    unit: number.unit ?? unit,
    formula: number.formula,
    inputs: number.inputs ?? [],
    sources: distinct(number.sources ?? []),
  };
}

function groupNumber({ group, items, sum, sumName }: AssessedGroup, unit: string): NamedNumber {
  const title = group.title === undefined ? "the items without a group" : `"${group.title}"`;
  return {
    name: sumName,
    value: sum,
    unit,
    formula: `sum of what the items of ${title} add, whatever became of them`,
    inputs: items.map(({ item }) => ({ label: item.title, value: item.adds ?? 0 })),
    sources: distinct(items.flatMap(({ sources }) => sources)),
  };
}

function scoreNumber(id: string, score: Score, inputs: readonly NumberInput[]): NamedNumber {
  const by = score.overriddenBy;
  const formula = by
    ? `set by ${by.who}: ${by.why} (computed: ${score.computed ?? "unknown"}, ${score.formula})`
    : score.formula;
  return { name: `${id}.score`, value: score.value, unit: "score", formula, inputs, sources: [] };
}
