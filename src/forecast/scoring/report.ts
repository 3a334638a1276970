/** The report of a backtest: every rival's scores with intervals, and the calibration of the forecast. */
import { meanInterval, seed, type Interval } from "./bootstrap.ts";
import { calibrationOf, type Tenth } from "./calibration.ts";
import { scoresOf, brier, squaredError, type Scores } from "./scores.ts";
import { calledBy, rivalsIn, type Rival, type Verdict } from "./verdict.ts";

export interface BacktestReport {
  /** Of the random numbers behind the intervals. */
  readonly seed: number;
  /** All items; where there are both, also those with a gate and those without. */
  readonly parts: readonly ReportPart[];
}

export interface ReportPart {
  readonly name: "all" | "with a gate" | "without a gate";
  readonly count: number;
  readonly releases: number;
  /** Share of the items that were in time. */
  readonly observed: number;
  readonly rivals: readonly RivalReport[];
  /** Of the forecast, by tenths of the scale. */
  readonly calibration: readonly Tenth[];
}

export interface RivalReport extends Scores {
  readonly name: Rival;
  /** Of `brier`, over releases. */
  readonly interval: Interval;
  /** Brier of the forecast less this one's, item by item: below 0 the forecast is better. */
  readonly lead: Interval;
  readonly byDays: readonly { readonly days: number; readonly brier: number }[];
}

/** Below so many items nothing can be said. */
export const enoughItems = 50;

export function reportOn(verdicts: readonly Verdict[]): BacktestReport {
  const gated = verdicts.filter(({ isGated }) => isGated);
  const free = verdicts.filter(({ isGated }) => !isGated);
  const parts = [partOf("all", verdicts)];
  if (gated.length > 0 && free.length > 0)
    parts.push(partOf("with a gate", gated), partOf("without a gate", free));
  return { seed, parts };
}

function partOf(name: ReportPart["name"], verdicts: readonly Verdict[]): ReportPart {
  return {
    name,
    count: verdicts.length,
    releases: new Set(verdicts.map(({ release }) => release)).size,
    observed: verdicts.filter(({ happened }) => happened).length / verdicts.length,
    rivals: rivalsIn(verdicts).map((rival) => rivalReport(rival, verdicts)),
    calibration: calibrationOf(calledBy("forecast", verdicts)),
  };
}

function rivalReport(name: Rival, verdicts: readonly Verdict[]): RivalReport {
  const calls = calledBy(name, verdicts);
  const byDays = Map.groupBy(verdicts, ({ days }) => days);
  return {
    name,
    ...scoresOf(calls),
    interval: meanInterval(errorsOf(name, verdicts)),
    lead: meanInterval(leadsOver(name, verdicts)),
    byDays: Array.from(byDays, ([days, own]) => ({
      days,
      brier: brier(calledBy(name, own)),
    })).toSorted((left, right) => right.days - left.days),
  };
}

function errorsOf(name: Rival, verdicts: readonly Verdict[]) {
  return verdicts.map(({ release, chances, happened }) => ({
    release,
    value: squaredError({ p: chances[name] ?? NaN, happened }),
  }));
}

function leadsOver(name: Rival, verdicts: readonly Verdict[]) {
  const own = errorsOf("forecast", verdicts);
  return errorsOf(name, verdicts).map(({ release, value }, index) => ({
    release,
    value: (own[index]?.value ?? NaN) - value,
  }));
}
