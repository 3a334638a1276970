/** How good probabilities were, by the usual measures. Of no forecasts at all every measure is NaN. */
import type { Called } from "./verdict.ts";

export interface Scores {
  /** Mean squared difference to what came; less is better. */
  readonly brier: number;
  readonly logLoss: number;
  /** The chance that of two items the one that came had been given more; 0.5 is blind. */
  readonly auc: number;
  /** Mean distance between predicted and observed share, in tenths of equal count. */
  readonly calibrationError: number;
}

export function scoresOf(calls: readonly Called[]): Scores {
  const sorted = calls.toSorted((left, right) => left.p - right.p);
  return {
    brier: brier(calls),
    logLoss: mean(calls.map(({ p, happened }) => -Math.log(happened ? p : 1 - p))),
    auc: auc(sorted),
    calibrationError: calibrationError(sorted),
  };
}

export function brier(calls: readonly Called[]): number {
  return mean(calls.map(squaredError));
}

export function squaredError({ p, happened }: Called): number {
  return (p - Number(happened)) ** 2;
}

export function mean(values: readonly number[]): number {
  return sum(values) / values.length;
}

export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** By ranks; items that were given the same share their rank. */
function auc(sorted: readonly Called[]): number {
  let hits = 0;
  let misses = 0;
  let won = 0;
  for (const tied of Map.groupBy(sorted, ({ p }) => p).values()) {
    const tiedHits = tied.filter(({ happened }) => happened).length;
    const tiedMisses = tied.length - tiedHits;
    won += tiedHits * (misses + tiedMisses / 2);
    hits += tiedHits;
    misses += tiedMisses;
  }
  return won / (hits * misses);
}

function calibrationError(sorted: readonly Called[]): number {
  const tenths = Array.from({ length: 10 }, (_, tenth) =>
    sorted.slice(
      Math.floor((tenth * sorted.length) / 10),
      Math.floor(((tenth + 1) * sorted.length) / 10),
    ),
  );
  const errors = tenths.map((calls) =>
    Math.abs(sum(calls.map(({ p, happened }) => p - Number(happened)))),
  );
  return sum(errors) / sorted.length;
}
