/** Percentages as the decks print them. */

/**
 * 100 · part / whole, rounded half up to 2 places; undefined for an empty whole.
 * Counts in, so the rounding is done on integers and 41.4634… never drifts to 41.47.
 */
export function percentage(part: number, whole: number): number | undefined {
  return whole > 0 ? Math.floor((part * 20000 + whole) / (2 * whole)) / 100 : undefined;
}

/** The step between two percentages in points; without the dust that binary fractions leave. */
export function pointsBetween(before: number, now: number): number {
  return Math.round((now - before) * 100) / 100;
}
