/**
 * Counts the right past: of the pull requests that were open so many days before earlier deadlines,
 * and about so old, how many were merged in time. Those closed unmerged and still open are in the
 * count; counting merged ones only would say that nearly all work makes its deadline.
 */
import { firstAtOrAbove, minutesPerDay, type RepoHistory } from "./history.ts";
import { ageEdges, horizons, oldestDays } from "./prior.ts";

/** How many were open and how many of them were merged in time, for each horizon and age class; see `cell`. */
export interface Counts {
  readonly open: Float64Array;
  readonly merged: Float64Array;
}

export const classCount = ageEdges.length + 1;

/** Steps of whole weeks keep the weekday, so that a forecast for three days does not mix weekends in. */
const windowDays = 28;
/** About two years, as six freezes are. */
const windowCount = 26;

export function noCounts(): Counts {
  const size = horizons.length * classCount;
  return { open: new Float64Array(size), merged: new Float64Array(size) };
}

/** Where the counts of a horizon and an age class stand. */
export function cell(horizon: number, ageClass: number): number {
  return horizon * classCount + ageClass;
}

/** The age class of an age in days. */
export function ageClassOf(days: number): number {
  let found = 0;
  while (days >= (ageEdges[found] ?? Infinity)) found += 1;
  return found;
}

/** What was open so many days before each of `freezes`, given in minutes, and merged by then. */
export function countBeforeFreezes(history: RepoHistory, freezes: readonly number[]): Counts {
  const counts = noCounts();
  for (const freeze of freezes) {
    for (const [horizon, days] of horizons.entries()) {
      visitOpen(history, freeze - days * minutesPerDay, (ageClass, merged) =>
        count(counts, cell(horizon, ageClass), merged <= freeze),
      );
    }
  }
  return counts;
}

/**
 * What was open at the beginning of each of 26 windows before `now`, one every four weeks, and merged
 * in so many days. Windows that are not over yet are left out.
 */
export function countInWindows(history: RepoHistory, now: number): Counts {
  const counts = noCounts();
  const newest = horizons.map((days) => Math.ceil(days / windowDays));
  for (let back = 1; back < windowCount + Math.max(...newest); back += 1) {
    const start = now - back * windowDays * minutesPerDay;
    visitOpen(history, start, (ageClass, merged) => {
      for (const [horizon, days] of horizons.entries()) {
        const first = newest[horizon] ?? 1;
        if (back < first || back >= first + windowCount) continue;
        count(counts, cell(horizon, ageClass), merged <= start + days * minutesPerDay);
      }
    });
  }
  return counts;
}

/** Adds up counts of several repositories. */
export function addCounts(all: readonly Counts[]): Counts {
  const sum = noCounts();
  for (const { open, merged } of all) {
    for (const [index, value] of open.entries()) sum.open[index] = (sum.open[index] ?? 0) + value;
    for (const [index, value] of merged.entries())
      sum.merged[index] = (sum.merged[index] ?? 0) + value;
  }
  return sum;
}

/** What is left of counts when a part of them is taken out. */
export function lessCounts(all: Counts, part: Counts): Counts {
  const left = (from: Float64Array, taken: Float64Array) =>
    from.map((value, index) => value - (taken[index] ?? 0));
  return { open: left(all.open, part.open), merged: left(all.merged, part.merged) };
}

/** Shows each pull request that was open at an instant: its age class then, and when it was merged. */
function visitOpen(
  { created, merged, ended }: RepoHistory,
  at: number,
  visit: (ageClass: number, merged: number) => void,
): void {
  const end = firstAtOrAbove(created, at);
  for (let row = firstAtOrAbove(created, at - oldestDays * minutesPerDay); row < end; row += 1) {
    if ((ended[row] ?? 0) <= at) continue;
    visit(ageClassOf((at - (created[row] ?? at)) / minutesPerDay), merged[row] ?? Infinity);
  }
}

function count({ open, merged }: Counts, index: number, isMerged: boolean): void {
  open[index] = (open[index] ?? 0) + 1;
  if (isMerged) merged[index] = (merged[index] ?? 0) + 1;
}
