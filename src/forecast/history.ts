/** Past pull requests of many repositories, sorted so that counting them is quick. */

/** One pull request as far as it is known; times in minutes since 1970, UTC. */
export interface PastPull {
  readonly repo: string;
  readonly created: number;
  readonly merged?: number;
  /** When it was closed, merged or not. */
  readonly closed?: number;
}

/** The pull requests of one repository by time of creation; what has not happened is at infinity. */
export interface RepoHistory {
  readonly created: Float64Array;
  readonly merged: Float64Array;
  /** When it stopped being open. */
  readonly ended: Float64Array;
}

export const minutesPerDay = 1440;

/** What is known of each repository. The order of the pull requests does not matter. */
export function historyByRepo(pulls: readonly PastPull[]): ReadonlyMap<string, RepoHistory> {
  const byRepo = Map.groupBy(pulls, ({ repo }) => repo);
  return new Map(Array.from(byRepo, ([repo, own]) => [repo, columnsOf(own)]));
}

function columnsOf(pulls: readonly PastPull[]): RepoHistory {
  const sorted = pulls.toSorted((left, right) => left.created - right.created);
  return {
    created: Float64Array.from(sorted, ({ created }) => created),
    merged: Float64Array.from(sorted, ({ merged }) => merged ?? Infinity),
    ended: Float64Array.from(sorted, ({ merged = Infinity, closed = Infinity }) =>
      Math.min(merged, closed),
    ),
  };
}

/** Index of the first value that is at least `bound` in ascending values. */
export function firstAtOrAbove(ascending: Float64Array, bound: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] ?? Infinity) >= bound) high = middle;
    else low = middle + 1;
  }
  return low;
}
