/** Forecasts of which the outcome is known. */

/**
 * The forecast and the simple rules that it has to beat, in the order of the report. The last one knows
 * what came, and is the only one where no history of pull requests tells what the others would have said.
 */
export const rivals = [
  "forecast",
  "own base rate",
  "conditional cycle time",
  "cycle-time percentile",
  "shipped tables only",
  "share that came",
] as const;
export type Rival = (typeof rivals)[number];

/** One item at one day: what each rival said, and what came. */
export interface Verdict {
  /** Items of one release share its fortune: intervals are over releases. */
  readonly release: string;
  /** Whole days that were left. */
  readonly days: number;
  readonly isGated: boolean;
  /** What a rival has not said is left out. */
  readonly chances: Readonly<Partial<Record<Rival, number>>>;
  readonly happened: boolean;
}

/** A probability and what came. */
export interface Called {
  readonly p: number;
  readonly happened: boolean;
}

export function calledBy(rival: Rival, verdicts: readonly Verdict[]): readonly Called[] {
  return verdicts.map(({ chances, happened }) => ({ p: chances[rival] ?? NaN, happened }));
}

/** Those that said something of every item. */
export function rivalsIn(verdicts: readonly Verdict[]): readonly Rival[] {
  return rivals.filter((rival) => verdicts.every(({ chances }) => chances[rival] !== undefined));
}
