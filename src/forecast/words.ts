/** Probabilities in words, as people count: never 0 and never 100 %. */

/** `6 in 10`, below 15 % `1 in 12`. */
export function inTens(p: number): string {
  if (p < 0.05) return "under 1 in 20";
  if (p > 0.95) return "over 19 in 20";
  return p < 0.15 ? `1 in ${Math.round(1 / p)}` : `${Math.min(9, Math.round(p * 10))} in 10`;
}

/** `2 to 4 in 10`, `at most 3 in 10`: the range of tenths in words. */
export function inTensRange(p: number, count: number): string {
  const [low, high] = tenthsAround(p, count);
  if (low === 0) return `at most ${Math.min(9, high)} in 10`;
  return high === 10 ? `at least ${low} in 10` : `${low} to ${high} in 10`;
}

/** An 80 % range for a share that was seen in `count` cases, in whole tenths, rounded outward. */
export function tenthsAround(p: number, count: number): readonly [low: number, high: number] {
  const reach = 1.28 * Math.sqrt((p * (1 - p)) / (count + 1));
  const low = Math.max(0, Math.floor((p - reach) * 10));
  return [low, Math.min(10, Math.ceil((p + reach) * 10))];
}

/** `19`, `0.5`: a count without digits that nobody needs. */
export function inUnits(value: number): string {
  return String(Math.round(value * 100) / 100);
}

export function capitalized(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
}
