/** The forecast of a key result: where it will most likely end, and how likely its targets are. */
import { chanceOfAtLeast, quantile, reaches, totalOf, type Chance, type Total } from "./total.ts";

export interface KeyResultForecast {
  readonly total: Total;
  readonly base: number;
  /** With everything listed; less than the goal: it cannot be reached with the listed items. */
  readonly most: number;
  readonly median: number;
  /** In one of ten cases it ends below `low`, in one of ten above `high`. */
  readonly low: number;
  readonly high: number;
  readonly goal: TargetOdds;
  readonly stretch?: TargetOdds;
}

export interface TargetOdds {
  readonly value: number;
  /** 1 where it is reached, 0 where it cannot be. */
  readonly p: number;
  readonly canBeReached: boolean;
}

export interface Targets {
  readonly goal: number;
  readonly stretch?: number;
}

/** `base` has landed; each of `items` may. */
export function forecastKeyResult(
  base: number,
  items: readonly Chance[],
  { goal, stretch }: Targets,
): KeyResultForecast {
  const total = totalOf(base, items);
  const most = base + items.filter(({ p }) => p > 0).reduce((sum, { adds }) => sum + adds, 0);
  const oddsOf = (value: number): TargetOdds => ({
    value,
    p: chanceOfAtLeast(total, value),
    canBeReached: reaches(most, value),
  });
  return {
    total,
    base,
    most,
    median: quantile(total, 0.5),
    low: quantile(total, 0.1),
    high: quantile(total, 0.9),
    goal: oddsOf(goal),
    ...(stretch === undefined ? {} : { stretch: oddsOf(stretch) }),
  };
}
