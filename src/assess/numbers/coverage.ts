/** Named numbers of the coverage snapshot: the row of each release, and what follows from it. */
import type { CoverageSnapshot, ReleaseCoverage } from "../../domain/facts.ts";
import type { NamedNumber, NumberInput } from "../../domain/number.ts";
import { percentage } from "../../key-results/percentage.ts";
import type { NumberContext, NumberFamily } from "./contract.ts";

type Bare = Omit<NamedNumber, "sources">;

export const coverage: NumberFamily = {
  names:
    /^coverage\.(?:ineligible|newlyIneligible|\d+\.\d+\.(?:tested|total|untested|percent|points|promoted|newTested|newWithTests|oldTested|stillUntested|newConformant))$/,
  numbers: coverageNumbers,
};

function coverageNumbers(context: NumberContext): readonly NamedNumber[] {
  const snapshot = context.snapshot.coverage;
  if (snapshot === undefined) return [];
  const sources = context.provenance(snapshot.source);
  const rows = snapshot.releases.flatMap((row, index) =>
    rowNumbers(row, snapshot.releases[index - 1], snapshot.unit),
  );
  return [
    ...rows.map((number) => ({ ...number, sources })),
    ...ineligibleNumbers(context, snapshot),
  ];
}

function rowNumbers(
  row: ReleaseCoverage,
  before: ReleaseCoverage | undefined,
  unit: string,
): readonly Bare[] {
  const name = (suffix: string) => `coverage.${row.release}.${suffix}`;
  const count = (suffix: string, value: number | undefined, formula: string): Bare => ({
    name: name(suffix),
    value,
    unit,
    formula,
    inputs: [],
  });
  const percent = percentage(row.tested, row.total);
  const tested: NumberInput = { label: name("tested"), value: row.tested };
  const total: NumberInput = { label: name("total"), value: row.total };
  return [
    count("tested", row.tested, `eligible and tested at release ${row.release}`),
    count("total", row.total, `eligible at release ${row.release}`),
    { ...count("untested", row.total - row.tested, "total − tested"), inputs: [total, tested] },
    {
      ...count("percent", percent, "100 · tested / total, rounded half up to 2 places"),
      unit: "%",
      inputs: [tested, total],
    },
    ...pointsNumber(name("points"), row, before),
    ...optionalCounts(row).map(([suffix, value, formula]) => count(suffix, value, formula)),
  ];
}

/** The step from the release before, both on the rows of one snapshot: one rule for what counts. */
function pointsNumber(
  name: string,
  row: ReleaseCoverage,
  before: ReleaseCoverage | undefined,
): readonly Bare[] {
  const now = percentage(row.tested, row.total);
  const then = before && percentage(before.tested, before.total);
  if (now === undefined || then === undefined || before === undefined) return [];
  return [
    {
      name,
      value: Math.round((now - then) * 100) / 100,
      unit: "points",
      formula:
        "percent of this release − percent of the release before, on the rows of one snapshot",
      inputs: [
        { label: `coverage.${row.release}.percent`, value: now },
        { label: `coverage.${before.release}.percent`, value: then },
      ],
    },
  ];
}

function optionalCounts(row: ReleaseCoverage): readonly [string, number, string][] {
  const { release, promoted, newTested, newWithTests, oldTested, stillUntested } = row;
  const both =
    newTested !== undefined && oldTested !== undefined ? newTested + oldTested : undefined;
  const all: readonly [string, number | undefined, string][] = [
    ["promoted", promoted, `promoted to stable in ${release}`],
    ["newTested", newTested, `promoted in ${release} and tested in it`],
    ["newWithTests", newWithTests, `promoted in ${release} together with a test`],
    ["oldTested", oldTested, `promoted before ${release} and first tested in it`],
    ["stillUntested", stillUntested, `promoted in ${release} and without a test`],
    ["newConformant", both, "newTested + oldTested"],
  ];
  return all.flatMap(([name, value, formula]) =>
    value === undefined ? [] : [[name, value, formula]],
  );
}

function ineligibleNumbers(
  context: NumberContext,
  snapshot: CoverageSnapshot,
): readonly NamedNumber[] {
  if (snapshot.ineligible === undefined) return [];
  const sources = context.provenance(snapshot.ineligibleSource);
  const common = { unit: snapshot.unit, sources };
  const change = context.changes?.coverage;
  return [
    {
      ...common,
      name: "coverage.ineligible",
      value: snapshot.ineligible.length,
      formula: "names that are declared not to count",
      inputs: [],
    },
    ...(change === undefined
      ? []
      : [
          {
            ...common,
            name: "coverage.newlyIneligible",
            value: change.newlyIneligible.length,
            formula: `declared not to count since ${context.changes?.since.slice(0, 10)}`,
            inputs: change.newlyIneligible.map((label) => ({ label, value: 1 })),
          },
        ]),
  ];
}
