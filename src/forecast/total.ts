/** The distribution of what the items of a key result bring together, under a shock that they share. */
import { latticeOf, type Level } from "./lattice.ts";
import { averaged, nodeWeights, underShocks } from "./shock.ts";

/** An item that may land: what it then adds, at least 0, and how likely that is. */
export interface Chance {
  readonly adds: number;
  readonly p: number;
}

/** P(total = value) for every value that the total can have. */
export interface Total {
  /** Ascending; the last is what is reached if everything lands. */
  readonly values: readonly number[];
  readonly chances: readonly number[];
  /** False where there were too many values and neighboring ones were put together. */
  readonly isExact: boolean;
}

/** `base` is what has landed already. The order of the items does not matter. */
export function totalOf(base: number, items: readonly Chance[]): Total {
  const sorted = items.toSorted(inOrder);
  const { sums, levels, isExact } = latticeOf(sorted.map(({ adds }) => adds));
  const shocked = sorted.map(({ p }) => underShocks(p));
  const byNode = nodeWeights.map((_, node) =>
    allOf(
      levels,
      shocked.map((under) => under[node] ?? 0),
    ),
  );
  const chances = sums.map((_, index) => averaged(byNode.map((under) => under[index] ?? 0)));
  return { values: sums.map((sum) => base + sum), chances, isExact };
}

/** Light items first: sums stay few for longer. */
export function inOrder(left: Chance, right: Chance): number {
  return left.adds - right.adds || left.p - right.p;
}

/** The distribution with one more item. */
export function next(before: Float64Array, level: Level, p: number): Float64Array<ArrayBuffer> {
  const after = new Float64Array(level.size);
  if (level.shift === undefined) spread(before, level, { p, after });
  else {
    after.set(before);
    moveOn(after, before.length, { p, shift: level.shift });
  }
  return after;
}

/** That with all items. In one place for as long as it goes: six times as fast as one for each item. */
function allOf(levels: readonly Level[], chances: readonly number[]): Float64Array {
  const most = levels.reduce((size, level) => Math.max(size, level.size), 1);
  let now = new Float64Array(most);
  now[0] = 1;
  let size = 1;
  for (const [index, level] of levels.entries()) {
    const p = chances[index] ?? 0;
    if (level.shift === undefined) {
      const after = new Float64Array(most);
      spread(now.subarray(0, size), level, { p, after });
      now = after;
    } else moveOn(now, size, { p, shift: level.shift });
    size = level.size;
  }
  return now;
}

interface Spread {
  readonly p: number;
  readonly after: Float64Array;
}

// The innermost loops of all: with iterators and pairs they would be five times as slow.

function spread(before: Float64Array, { stay, move }: Level, { p, after }: Spread): void {
  for (let index = 0; index < before.length; index += 1) {
    const chance = before[index] ?? 0;
    const failed = stay[index] ?? 0;
    const landed = move[index] ?? 0;
    after[failed] = (after[failed] ?? 0) + chance * (1 - p);
    after[landed] = (after[landed] ?? 0) + chance * p;
  }
}

interface Move {
  readonly p: number;
  readonly shift: number;
}

/** The same where sums lie close, which they mostly do: in place, from the last of `size` sums to the first. */
function moveOn(chances: Float64Array, size: number, { p, shift }: Move): void {
  for (let index = size - 1; index >= 0; index -= 1) {
    const chance = chances[index] ?? 0;
    const landed = index + shift;
    chances[index] = chance * (1 - p);
    chances[landed] = (chances[landed] ?? 0) + chance * p;
  }
}

/** P(total >= value). A value that has been reached is 1, one that nothing leads to is 0. */
export function chanceOfAtLeast({ values, chances }: Total, value: number): number {
  const from = values.findIndex((at) => reaches(at, value));
  if (from === -1) return 0;
  if (from === 0) return 1;
  return Math.min(1, sum(chances.slice(from)));
}

/** Whether a sum is at least a value, but for what decimals lose on the way. */
export function reaches(sum: number, value: number): boolean {
  return sum >= value - 1e-9 * Math.max(1, Math.abs(value));
}

/** The least value that the total does not exceed with so much probability. */
export function quantile({ values, chances }: Total, share: number): number {
  let reached = 0;
  const index = chances.findIndex((chance) => (reached += chance) >= share - 1e-12);
  return values.at(index) ?? 0;
}

/** P(total >= value) at every value but the least, which is certain: a curve that falls. */
export function fallingCurve({ values, chances }: Total): readonly (readonly [number, number])[] {
  let rest = 1;
  return values.map((value, index) => {
    const point = [value, Math.max(0, rest)] as const;
    rest -= chances[index] ?? 0;
    return point;
  });
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
