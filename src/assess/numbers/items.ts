/** Named numbers over the items of all key results. */
import type { NamedNumber } from "../../domain/number.ts";
import { distinct } from "../provenance.ts";
import type { NumberContext, NumberFamily } from "./contract.ts";

export const items: NumberFamily = {
  family: "items",
  names: /^items\.waiting$/,
  numbers: itemNumbers,
};

function itemNumbers({ keyResults }: NumberContext): readonly NamedNumber[] {
  const waiting = keyResults
    .flatMap(({ groups }) => groups.flatMap((group) => group.items))
    .filter(({ waitsFor }) => waitsFor.length > 0);
  return [
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
