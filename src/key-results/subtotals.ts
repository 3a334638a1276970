/** Sums of items by the word under which they count. */
import type { AssessedGroup, AssessedItem, Progress } from "../domain/assessment.ts";
import type { NumberInput } from "../domain/number.ts";
import { isDone, standings, type Standing } from "../domain/stage.ts";
import type { KindNumber } from "./contract.ts";

/** All items of a key result in the order of the plan. */
export function itemsOf(groups: readonly AssessedGroup[]): readonly AssessedItem[] {
  return groups.flatMap((group) => group.items);
}

/** The word under which an item is summed: what is done is `landed`, counted or not. */
function heading(item: AssessedItem): Standing {
  return isDone(item.stage) ? "landed" : item.standing;
}

/** What landing an item adds; an item that names nothing adds nothing. */
function weight(item: AssessedItem): number {
  return item.item.adds ?? 0;
}

/** Sum of `adds` under one word. */
export function sumOf(groups: readonly AssessedGroup[], standing: Standing): number {
  return under(groups, standing).reduce((sum, item) => sum + weight(item), 0);
}

function under(groups: readonly AssessedGroup[], standing: Standing): readonly AssessedItem[] {
  return itemsOf(groups).filter((item) => heading(item) === standing);
}

/** The sums that are not empty, in the order of `standings`. */
export function subtotals(groups: readonly AssessedGroup[]): Progress["subtotals"] {
  return standings
    .map((standing) => ({ standing, value: sumOf(groups, standing) }))
    .filter(({ standing }) => under(groups, standing).length > 0);
}

/** One named number for every word, zero where no item stands under it. */
export function subtotalNumbers(groups: readonly AssessedGroup[]): readonly KindNumber[] {
  return standings
    .filter((standing) => standing !== "counted")
    .map((standing) => {
      const items = under(groups, standing);
      return {
        name: standing,
        value: sumOf(groups, standing),
        formula: `sum of what the items under "${standing}" add`,
        inputs: items.map(itemInput),
        sources: items.flatMap((item) => item.sources),
      };
    });
}

/** An item as the input of a number: its title, what it adds, its first link. */
export function itemInput(item: AssessedItem): NumberInput {
  const url = item.links[0]?.url;
  const input = { label: item.item.title, value: weight(item) };
  return url === undefined ? input : { ...input, url };
}
