/** The chance that debts are cleared in full, each by whatever lands of some items, under the shock that they share. */
import { averaged, nodeWeights, underShocks } from "./shock.ts";
import { next } from "./total.ts";

/** Amounts by whatever is in debt, e.g. by release. */
export type Amounts = Readonly<Record<string, number>>;

/** An item that may land: what it then clears of each debt, and how likely that is. */
export interface Clearing {
  readonly clears: Amounts;
  readonly p: number;
}

/** So many combinations of what is left are told apart; more debt than that no list of items clears one by one. */
const mostStates = 1_000_000;

/**
 * 1 where nothing is in debt, 0 where all items together would not do. Undefined where there are too
 * many combinations. An item may clear several debts, which then go right or wrong together.
 */
export function chanceOfClearing(debts: Amounts, items: readonly Clearing[]): number | undefined {
  const owed = Object.entries(debts).filter(([, debt]) => debt > 0);
  if (owed.length === 0) return 1;
  const useful = items.filter(({ clears }) => owed.some(([name]) => (clears[name] ?? 0) > 0));
  const states = owed.reduce((product, [, debt]) => product * (debt + 1), 1);
  if (states > mostStates) return undefined;
  const stay = Int32Array.from({ length: states }, (_, state) => state);
  const landings = useful.map(({ clears }) => landingOf(owed, clears, states));
  const shocked = useful.map(({ p }) => underShocks(p));
  const byNode = nodeWeights.map((_, node) => {
    let left = new Float64Array(states);
    left[states - 1] = 1;
    for (const [index, landing] of landings.entries())
      left = next(left, { stay, move: landing, size: states }, shocked[index]?.[node] ?? 0);
    return left[0] ?? 0;
  });
  return Math.min(1, averaged(byNode));
}

/** What is left is one number, with a digit for each debt: for each, what is left of it once the item has landed. */
function landingOf(
  owed: readonly (readonly [string, number])[],
  clears: Amounts,
  states: number,
): Int32Array {
  return Int32Array.from({ length: states }, (_, state) => {
    let [rest, place, after] = [state, 1, 0];
    for (const [name, debt] of owed) {
      const left = rest % (debt + 1);
      after += Math.max(0, left - (clears[name] ?? 0)) * place;
      rest = (rest - left) / (debt + 1);
      place *= debt + 1;
    }
    return after;
  });
}
