/** All sums that some items can make together, and how each item leads from one sum to another. */

/**
 * So many different sums are told apart, which holds for any 13 items and for whole weights up to this
 * sum. Where there are more, those within 1/10,000 of the range become one, and `isExact` is false.
 */
const mostSums = 10_000;

export interface Lattice {
  /** Ascending, in the unit of the weights. */
  readonly sums: readonly number[];
  /** A level for each weight, in their order. */
  readonly levels: readonly Level[];
  readonly isExact: boolean;
}

/** From the sums of the items before to those with this one: where each stands if it fails, and if it lands. */
export interface Level {
  readonly stay: Int32Array;
  readonly move: Int32Array;
  /** How many sums there are with it. */
  readonly size: number;
  /** Where all keep their places if it fails and move by so many places if it lands: that number. */
  readonly shift?: number;
}

/** Weights are at least 0 and finite, of any size; those with more than six decimals are rounded to six. */
export function latticeOf(weights: readonly number[]): Lattice {
  const scale = scaleOf(weights);
  const levels: Level[] = [];
  let sums = Float64Array.of(0);
  let isExact = true;
  for (const weight of weights) {
    const joined = join(sums, Math.round(weight * scale));
    const kept = joined.sums.length > mostSums ? thinned(joined) : joined;
    isExact &&= kept === joined;
    levels.push(kept.level);
    sums = kept.sums;
  }
  return { sums: Array.from(sums, (sum) => sum / scale), levels, isExact };
}

/** The power of ten that makes all weights whole, so that equal sums are equal numbers. */
function scaleOf(weights: readonly number[]): number {
  const decimals = [0, 1, 2, 3, 4, 5].find((count) =>
    weights.every(
      (weight) => Math.abs(weight * 10 ** count - Math.round(weight * 10 ** count)) < 1e-9,
    ),
  );
  return 10 ** (decimals ?? 6);
}

interface Joined {
  readonly sums: Float64Array<ArrayBuffer>;
  readonly level: Level;
}

/** Merges the sums with and without one more weight. */
function join(sums: Float64Array, weight: number): Joined {
  const stay = new Int32Array(sums.length);
  const move = new Int32Array(sums.length);
  const joined = new Float64Array(2 * sums.length);
  let [failed, landed, size] = [0, 0, 0];
  while (landed < sums.length) {
    const without = sums[failed] ?? Infinity;
    const withIt = (sums[landed] ?? 0) + weight;
    joined[size] = Math.min(without, withIt);
    if (without <= withIt) stay[failed++] = size;
    if (withIt <= without) move[landed++] = size;
    size += 1;
  }
  return { sums: joined.slice(0, size), level: { stay, move, size, ...shiftOf(stay, move) } };
}

/** Places only rise, so the last one tells whether those before it are without a gap. */
function shiftOf(stay: Int32Array, move: Int32Array): Pick<Level, "shift"> {
  const last = stay.length - 1;
  const shift = move[0] ?? 0;
  return stay[last] === last && move[last] === last + shift ? { shift } : {};
}

/** Puts sums that are next to each other into one in their middle; the greatest stays by itself. */
function thinned({ sums, level }: Joined): Joined {
  const first = sums[0] ?? 0;
  const width = ((sums.at(-1) ?? 0) - first) / (mostSums - 1);
  const middles: number[] = [];
  const places = new Int32Array(sums.length);
  let start = 0;
  for (const [index, sum] of sums.entries()) {
    const from = sums[start] ?? 0;
    const isNext = sum >= from + width || index === sums.length - 1;
    if (isNext) start = index;
    if (isNext || index === 0) middles.push(sum);
    else middles[middles.length - 1] = (from + sum) / 2;
    places[index] = middles.length - 1;
  }
  const placed = (old: Int32Array) => old.map((index) => places[index] ?? 0);
  return {
    sums: Float64Array.from(middles),
    level: { stay: placed(level.stay), move: placed(level.move), size: middles.length },
  };
}
