/** How far a figure would have moved with other releases: an interval by drawing releases anew. */
import { sum } from "./scores.ts";

/** Said in the report, so that anybody gets the same interval. */
export const seed = 20201124;
const rounds = 1000;

export interface Interval {
  readonly value: number;
  /** In 95 of 100 draws between these; NaN with fewer than two releases, of which nothing can be drawn. */
  readonly low: number;
  readonly high: number;
}

/** What one item contributes to a mean, and the release that it belongs to. */
export interface Share {
  readonly release: string;
  readonly value: number;
}

/** The mean and its interval over whole releases: items of one release do not count as independent. */
export function meanInterval(shares: readonly Share[]): Interval {
  const releases = Array.from(Map.groupBy(shares, ({ release }) => release).values(), (own) => ({
    count: own.length,
    total: sum(own.map(({ value }) => value)),
  }));
  if (releases.length < 2) return { value: meanOf(releases), low: NaN, high: NaN };
  const random = randomFrom(seed);
  const means = Array.from({ length: rounds }, () => {
    const drawn = releases.map(() => releases[Math.floor(random() * releases.length)]);
    return meanOf(drawn.filter((release) => release !== undefined));
  }).toSorted((left, right) => left - right);
  return {
    value: meanOf(releases),
    low: means[Math.floor(rounds * 0.025)] ?? NaN,
    high: means[Math.floor(rounds * 0.975)] ?? NaN,
  };
}

function meanOf(releases: readonly { readonly count: number; readonly total: number }[]): number {
  return sum(releases.map(({ total }) => total)) / sum(releases.map(({ count }) => count));
}

/** Numbers from 0 up to 1 that look random and are the same each time (mulberry32). */
function randomFrom(start: number): () => number {
  let state = start;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
