/** Forecasts of which the outcome is known. */

/** The forecast and the simple rules that it has to beat, in the order of the report. */
export const rivals = [
  "forecast",
  "own base rate",
  "conditional cycle time",
  "cycle-time percentile",
  "shipped tables only",
] as const;
export type Rival = (typeof rivals)[number];

/** One item at one day: what each rival said, and what came. */
export interface Verdict {
  /** Items of one release share its fortune: intervals are over releases. */
  readonly release: string;
  /** Whole days that were left. */
  readonly days: number;
  readonly isGated: boolean;
  readonly chances: Readonly<Record<Rival, number>>;
  readonly happened: boolean;
}

/** A probability and what came. */
export interface Called {
  readonly p: number;
  readonly happened: boolean;
}

export function calledBy(rival: Rival, verdicts: readonly Verdict[]): readonly Called[] {
  return verdicts.map(({ chances, happened }) => ({ p: chances[rival], happened }));
}
