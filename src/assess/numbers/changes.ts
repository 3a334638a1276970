/** Named numbers of what changed since the last report: items by what became of them, figures restated. */
import type { Changes, CoverageChange, ItemChange, RestatedRow } from "../../domain/changes.ts";
import type { NamedNumber, NumberInput } from "../../domain/number.ts";
import type { NumberContext, NumberFamily } from "./contract.ts";

const kinds: readonly ItemChange["kind"][] = [
  "new",
  "moved",
  "landed",
  "counted",
  "slipped",
  "dropped",
  "replaced",
];

export const changes: NumberFamily = {
  family: "changes",
  names: new RegExp(String.raw`^changes\.(?:${kinds.join("|")}|restated)$`),
  numbers: changeNumbers,
};

function changeNumbers({ changes: found }: NumberContext): readonly NamedNumber[] {
  if (found === undefined) return [];
  return [...kinds.map((kind) => kindNumber(found, kind)), ...restatedNumbers(found)];
}

function kindNumber({ items, since }: Changes, kind: ItemChange["kind"]): NamedNumber {
  const changed = items.filter((change) => change.kind === kind);
  return {
    name: `changes.${kind}`,
    value: changed.length,
    unit: "items",
    formula: `items that are "${kind}" against the report of ${since}`,
    inputs: changed.map(inputOf),
    sources: [],
  };
}

function inputOf({ item, keyResult, url }: ItemChange): NumberInput {
  const input = { label: item.title, value: keyResult };
  return url === undefined ? input : { ...input, url };
}

function restatedNumbers({ coverage, since }: Changes): readonly NamedNumber[] {
  if (coverage === undefined) return [];
  const rows = [...coverage.restated.flatMap((run) => run.rows), ...closedRows(coverage)];
  return [
    {
      name: "changes.restated",
      value: rows.length,
      unit: "figures",
      formula: `figures of releases that are done and say something else than on ${since}, flaps left out`,
      inputs: rows.map(({ release, field, from, to }) => ({
        label: `${field} of ${release}`,
        value: `${from} → ${to}`,
      })),
      sources: [],
    },
  ];
}

/** The release's own figures, once the source has begun with the next one. */
function closedRows({ release, isClosed, tested, total }: CoverageChange): readonly RestatedRow[] {
  if (!isClosed) return [];
  const fields = { tested, total } as const;
  return (["tested", "total"] as const)
    .map((field) => ({ release, field, from: fields[field].from, to: fields[field].to }))
    .filter(({ from, to }) => from !== to);
}
