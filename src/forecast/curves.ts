/**
 * From counts to probabilities: for each age class a curve over the days left, shrunk to what other
 * projects did and never falling, so that more time makes nothing less likely.
 */
import { cell, classCount, type Counts } from "./landmarks.ts";
import { neverFalling } from "./monotone.ts";
import { valueAt } from "./points.ts";
import * as prior from "./prior.ts";

/** Days left to -ln(1 - p): a curve for each age class, through 0 at no days left. */
export type Curves = readonly prior.Points[];

export interface Evidence {
  readonly gate: prior.Gate;
  /** How many earlier deadlines of its own the repository was counted at. */
  readonly deadlines: number;
  readonly own: Counts;
  /** The other repositories of the same history, away from any deadline. */
  readonly others: Counts;
}

export function curvesFrom(evidence: Evidence): Curves {
  return Array.from({ length: classCount }, (_, ageClass) => curve(evidence, ageClass));
}

/**
 * P(merged in time) of what is so old, with so many days left. Between two horizons as at a constant
 * rate; beyond the last nothing was measured, and its value stands. Between two age classes linear in
 * the logarithm of the age: the day on which a pull request changes its class changes nothing else.
 */
export function probabilityAt(curves: Curves, ageDays: number, daysLeft: number): number {
  const byAge = curves.map(
    (curve, ageClass) =>
      [
        Math.log1p(prior.typicalAges[ageClass] ?? 0),
        -Math.expm1(-valueAt(curve, daysLeft)),
      ] as const,
  );
  return valueAt(byAge, Math.log1p(Math.max(0, ageDays)));
}

/**
 * The repository's own counts, shrunk to what is expected. Each horizon has its own noise, and a lift that
 * falls faster than the rest rises: where a longer one says less than a shorter one, both are pooled.
 */
function curve(evidence: Evidence, ageClass: number): prior.Points {
  const { own } = evidence;
  const expectations = prior.horizons.map((_, row) => expected(evidence, row, ageClass));
  const values = expectations.map((p, horizon) => shrunk(own, cell(horizon, ageClass), p));
  const weights = values.map(
    (_, horizon) => (own.open[cell(horizon, ageClass)] ?? 0) + prior.priorWeight,
  );
  const curve = neverFalling(values, weights).map((p) => Math.min(p, prior.bounds.most));
  return [[0, 0], ...curve.map((p, row) => [prior.horizons[row] ?? 0, -Math.log1p(-p)] as const)];
}

/** What is expected before the repository's own counts are looked at. */
function expected({ gate, deadlines, others }: Evidence, row: number, column: number): number {
  if (gate === "hard-gate" && deadlines < prior.enoughDeadlines)
    return prior.mergedBeforeGate[row]?.[column] ?? 0;
  const shipped = prior.merged[row]?.[column] ?? 0;
  const unlifted = shrunk(others, cell(row, column), shipped);
  const days = prior.horizons[row] ?? 0;
  return 1 - (1 - unlifted) ** valueAt(prior.lift[gate], days);
}

/** The share merged, with the expectation counted as `priorWeight` pull requests more. */
function shrunk({ open, merged }: Counts, index: number, expectation: number): number {
  const weight = prior.priorWeight;
  return ((merged[index] ?? 0) + weight * expectation) / ((open[index] ?? 0) + weight);
}
