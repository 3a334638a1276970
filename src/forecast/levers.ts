/** What would raise the chance of a goal most: recomputed exactly for each item, not guessed. */
import { latticeOf, type Level } from "./lattice.ts";
import { withOdds } from "./odds.ts";
import { averaged, underShocks } from "./shock.ts";
import { inOrder, next, reaches, type Chance } from "./total.ts";

/** An item and by how much P(goal) would rise. */
export interface Lever<Item> {
  readonly item: Item;
  /** With its odds three times as good: about what a fresh approval does. */
  readonly step: number;
  /** If it were settled but for what always may happen: p = 0.95. */
  readonly settled: number;
}

const stepFactor = 3;
const settledChance = 0.95;

/**
 * The levers of all items that are not certain, best step first: by what settling would bring, hopeless
 * items would lead. Order of the items decides only between equals.
 */
export function leversOf<Item extends Chance>(
  base: number,
  items: readonly Item[],
  goal: number,
): readonly Lever<Item>[] {
  const sorted = items.toSorted(inOrder);
  const slopes = slopesOf(sorted, goal - base);
  const levers = sorted.flatMap((item, index) => {
    if (item.p <= 0 || item.p >= 1) return [];
    const gain = (p: number) => gainOf(underShocks(item.p), underShocks(p), slopes[index] ?? []);
    const step = gain(withOdds(item.p, stepFactor));
    return [{ item, step, settled: gain(Math.max(item.p, settledChance)) }];
  });
  return levers.toSorted((left, right) => right.step - left.step);
}

/** P(goal) is linear in each item's probability under a shock, so a slope says all about it. */
function gainOf(from: readonly number[], to: readonly number[], slope: readonly number[]): number {
  return averaged(slope.map((rise, node) => rise * ((to[node] ?? 0) - (from[node] ?? 0))));
}

/** For each item by shock: how much likelier the goal is if it lands than if it fails. */
function slopesOf(sorted: readonly Chance[], goal: number): readonly (readonly number[])[] {
  const { sums, levels } = latticeOf(sorted.map(({ adds }) => adds));
  const shocked = sorted.map(({ p }) => underShocks(p));
  const reached = Float64Array.from(sums, (sum) => (reaches(sum, goal) ? 1 : 0));
  const byNode = (shocked[0] ?? []).map((_, node) =>
    slopesUnder(
      levels,
      shocked.map((p) => p[node] ?? 0),
      reached,
    ),
  );
  return sorted.map((_, index) => byNode.map((slopes) => slopes[index] ?? 0));
}

/** Forward the chance of each sum before an item, backward the chance of the goal after it. */
function slopesUnder(
  levels: readonly Level[],
  chances: readonly number[],
  reached: Float64Array,
): readonly number[] {
  const before: Float64Array[] = [Float64Array.of(1)];
  for (const [index, level] of levels.entries())
    before.push(next(before[index] ?? reached, level, chances[index] ?? 0));
  const slopes = levels.map(() => 0);
  let goal = reached;
  for (let index = levels.length - 1; index >= 0; index -= 1) {
    const [level, sums] = [levels[index], before[index]];
    if (level === undefined || sums === undefined) continue;
    slopes[index] = slopeAt(level, sums, goal);
    goal = backward(level, goal, chances[index] ?? 0);
  }
  return slopes;
}

function slopeAt({ stay, move }: Level, sums: Float64Array, goal: Float64Array): number {
  let slope = 0;
  for (let at = 0; at < sums.length; at += 1)
    slope += (sums[at] ?? 0) * ((goal[move[at] ?? 0] ?? 0) - (goal[stay[at] ?? 0] ?? 0));
  return slope;
}

function backward({ stay, move }: Level, goal: Float64Array, p: number): Float64Array {
  const before = new Float64Array(stay.length);
  for (let at = 0; at < before.length; at += 1)
    before[at] = (goal[stay[at] ?? 0] ?? 0) * (1 - p) + (goal[move[at] ?? 0] ?? 0) * p;
  return before;
}
