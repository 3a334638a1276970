/** Named numbers over the items of all key results. */
import type { AssessedItem } from "../../domain/assessment.ts";
import type { NamedNumber } from "../../domain/number.ts";
import { holdsUp } from "../../domain/risk.ts";
import { distinct } from "../provenance.ts";
import type { NumberContext, NumberFamily } from "./contract.ts";

export const items: NumberFamily = {
  family: "items",
  names: /^items\.(?:waiting|held)$/,
  numbers: itemNumbers,
};

function itemNumbers({ keyResults }: NumberContext): readonly NamedNumber[] {
  const waiting = keyResults
    .flatMap(({ groups }) => groups.flatMap((group) => group.items))
    .filter(({ waitsFor }) => waitsFor.length > 0);
  return [
    heldNumber(keyResults.flatMap(({ groups }) => groups.flatMap((group) => group.items))),
    {
      name: "items.waiting",
      value: waiting.length,
      unit: "items",
      formula:
        "items that need something that is not done, but for those that are done or given up",
      inputs: waiting.map(({ item, waitsFor }) => ({
        label: item.title,
        value: waitsFor.map(({ ref }) => ref).join(", "),
      })),
      sources: distinct(waiting.flatMap(({ sources }) => sources)),
    },
  ];
}

/** What is not merely on its way: a pull request that is to come, or a soak, holds nothing up. */
function heldNumber(items: readonly AssessedItem[]): NamedNumber {
  const held = items.flatMap((item) => {
    const blockers = item.risk?.blockers.filter(holdsUp) ?? [];
    return blockers.length === 0 ? [] : [{ item, blockers }];
  });
  return {
    name: "items.held",
    value: held.length,
    unit: "items",
    formula: "open items with something in their way but time and a pull request that is to come",
    inputs: held.map(({ item, blockers }) => ({
      label: item.item.title,
      value: blockers.map(({ what }) => what).join("; "),
    })),
    sources: distinct(held.flatMap(({ item }) => item.sources)),
  };
}
