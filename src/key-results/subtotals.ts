/** Sums of items by the word under which they count. */
import type { AssessedGroup, AssessedItem, Progress } from "../domain/assessment.ts";
import type { NumberInput } from "../domain/number.ts";
import { isDone, standings, type Standing } from "../domain/stage.ts";
import type { KindNumber } from "./contract.ts";

/** What an item weighs in a kind's sums, and how a formula says so: `add`, `clear`. */
export interface Weight {
  readonly verb: string;
  readonly of: (item: AssessedItem) => number;
}

/** All items of a key result in the order of the plan. */
export function itemsOf(groups: readonly AssessedGroup[]): readonly AssessedItem[] {
  return groups.flatMap((group) => group.items);
}

/** The word under which an item is summed: what is done is `landed`, counted or not. */
function heading(item: AssessedItem): Standing {
  return isDone(item.stage) ? "landed" : item.standing;
}

/** The items under any of the words. */
export function itemsUnder(
  groups: readonly AssessedGroup[],
  words: readonly Standing[],
): readonly AssessedItem[] {
  return itemsOf(groups).filter((item) => words.includes(heading(item)));
}

/** Sum of the items' weights. */
export function sumOf(items: readonly AssessedItem[], weight: Weight): number {
  return items.reduce((sum, item) => sum + weight.of(item), 0);
}

/** The sums under every word that an item stands under, in the order of `standings`. */
export function subtotals(groups: readonly AssessedGroup[], weight: Weight): Progress["subtotals"] {
  return standings.flatMap((standing) => {
    const items = itemsUnder(groups, [standing]);
    return items.length === 0 ? [] : [{ standing, value: sumOf(items, weight) }];
  });
}

/** One named number for every word, zero where no item stands under it. */
export function subtotalNumbers(
  groups: readonly AssessedGroup[],
  weight: Weight,
): readonly KindNumber[] {
  return standings
    .filter((standing) => standing !== "counted")
    .map((standing) => ({
      name: standing,
      formula: `sum of what the items under "${standing}" ${weight.verb}`,
      ...itemsSum(itemsUnder(groups, [standing]), weight),
    }));
}

/** The value, inputs and sources of a number that sums items. */
export function itemsSum(items: readonly AssessedItem[], weight: Weight) {
  return {
    value: sumOf(items, weight),
    inputs: items.map((item) => itemInput(item, weight)),
    sources: items.flatMap((item) => item.sources),
  };
}

/** An item as the input of a number: its title, its weight, its first link. */
export function itemInput(item: AssessedItem, weight: Weight): NumberInput {
  const url = item.links[0]?.url;
  const input = { label: item.item.title, value: weight.of(item) };
  return url === undefined ? input : { ...input, url };
}
