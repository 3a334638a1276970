/** The simple rules that people and tools use: what a forecast has to beat. */
import { firstAtOrAbove, minutesPerDay, type RepoHistory } from "../history.ts";
import { cell, classCount, type Counts } from "../landmarks.ts";

/** The share of all that was open at earlier landmarks, whatever its age: row of the horizon. */
export function baseRate({ open, merged }: Counts, row: number): number {
  const from = cell(row, 0);
  const total = (counts: Float64Array) =>
    counts.slice(from, from + classCount).reduce((sum, count) => sum + count, 0);
  return (total(merged) + 1) / (total(open) + 3);
}

/** How many days the merged pull requests of the last year took, ascending. */
export function cycleTimes(history: RepoHistory | undefined, now: number): Float64Array {
  const { created = [], merged = [] } = history ?? {};
  const days: number[] = [];
  for (const [row, at] of merged.entries())
    if (at > now - 365 * minutesPerDay && at <= now)
      days.push((at - (created[row] ?? at)) / minutesPerDay);
  return Float64Array.from(days).toSorted();
}

/** The share of merged work that took no longer: what "85 % are done in n days" says of open work. */
export function cycleTimePercentile(
  times: Float64Array,
  ageDays: number,
  daysLeft: number,
): number {
  return (firstAtOrAbove(times, ageDays + daysLeft) + 0.5) / (times.length + 1);
}

/** The same among merged work that took at least as long as this one has been open. */
export function conditionalCycleTime(
  times: Float64Array,
  ageDays: number,
  daysLeft: number,
): number {
  const longer = times.length - firstAtOrAbove(times, ageDays);
  const tooLong = times.length - firstAtOrAbove(times, ageDays + daysLeft);
  return 1 - (tooLong + 0.5) / (longer + 1);
}
