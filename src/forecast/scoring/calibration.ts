/** Whether of the items that were called 30 % likely 30 % came. */
import { mean } from "./scores.ts";
import type { Called } from "./verdict.ts";

/** All items that were given a probability of one tenth of the scale. */
export interface Tenth {
  readonly from: number;
  readonly to: number;
  readonly count: number;
  /** Mean probability given, and share that came. */
  readonly predicted: number;
  readonly observed: number;
  /** 95 % interval of `observed` by its count alone (Wilson); items of one release move together, so it is too narrow. */
  readonly low: number;
  readonly high: number;
}

/** The tenths that are not empty, in ascending order. */
export function calibrationOf(calls: readonly Called[]): readonly Tenth[] {
  const byTenth = Map.groupBy(calls, ({ p }) => Math.min(9, Math.floor(p * 10)));
  return Array.from(byTenth)
    .toSorted(([left], [right]) => left - right)
    .map(([tenth, own]) => {
      const observed = mean(own.map(({ happened }) => Number(happened)));
      return {
        from: tenth / 10,
        to: (tenth + 1) / 10,
        count: own.length,
        predicted: mean(own.map(({ p }) => p)),
        observed,
        ...wilson(observed, own.length),
      };
    });
}

function wilson(share: number, count: number): { readonly low: number; readonly high: number } {
  const z = 1.96;
  const scale = 1 + z ** 2 / count;
  const middle = (share + z ** 2 / (2 * count)) / scale;
  const reach = (z / scale) * Math.sqrt((share * (1 - share)) / count + (z / (2 * count)) ** 2);
  return { low: middle - reach, high: middle + reach };
}
