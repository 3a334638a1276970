/** What is said of many runs of one thing. */

export interface Summary {
  readonly median: number;
  readonly min: number;
  readonly max: number;
}

/** Throws for no values at all. */
export function summarize(values: readonly number[]): Summary {
  const sorted = values.toSorted((left, right) => left - right);
  return { median: middle(sorted), min: at(sorted, 0), max: at(sorted, sorted.length - 1) };
}

/** Each value divided by the one of the same round: what the machine did meanwhile meets both alike. */
export function ratios(of: readonly number[], to: readonly number[]): Summary {
  return summarize(of.map((value, round) => value / at(to, round)));
}

function middle(sorted: readonly number[]): number {
  const half = (sorted.length - 1) / 2;
  return (at(sorted, Math.floor(half)) + at(sorted, Math.ceil(half))) / 2;
}

function at(values: readonly number[], index: number): number {
  const value = values[index];
  if (value === undefined) throw new Error(`There is no value ${index} among ${values.length}.`);
  return value;
}
