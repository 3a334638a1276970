/** Named numbers of what became of everything that was promised, over all reports of the release. */
import type { NamedNumber } from "../../domain/number.ts";
import type { ItemOutcome, Outcome } from "../../domain/outcome.ts";
import type { NumberContext, NumberFamily } from "./contract.ts";

const counts: Readonly<Record<string, (item: ItemOutcome) => boolean>> = {
  promised: () => true,
  landed: ({ fate }) => fate === "landed",
  inPart: ({ fate }) => fate === "in part",
  slipped: ({ fate }) => fate === "slipped",
  dropped: ({ fate }) => fate === "dropped",
  left: ({ fate }) => fate === "left the plan",
  replaced: ({ fate }) => fate === "replaced",
  open: ({ fate }) => fate === "open",
};

export const outcome: NumberFamily = {
  family: "outcome",
  names: new RegExp(String.raw`^outcome\.(?:${Object.keys(counts).join("|")})$`),
  numbers: ({ outcome: found }: NumberContext) =>
    Object.entries(counts).map(([name, isMeant]) =>
      countNumber(found, name, found.items.filter(isMeant)),
    ),
};

function countNumber(
  { from, reports }: Outcome,
  name: string,
  items: readonly ItemOutcome[],
): NamedNumber {
  const what = name === "promised" ? "items that any report promised" : wordsOf(name);
  return {
    name: `outcome.${name}`,
    value: items.length,
    unit: "items",
    formula: `${what}; ${reports} reports since ${from}`,
    inputs: items.map(({ title, keyResult, url }) => ({
      label: title,
      value: keyResult,
      ...(url === undefined ? {} : { url }),
    })),
    sources: [],
  };
}

const words: Readonly<Record<string, string>> = {
  inPart: "landed in part",
  left: "are in no later plan",
  open: "have neither landed nor been given up",
};

function wordsOf(name: string): string {
  return `promised items that ${words[name] ?? `are "${name}"`}`;
}
