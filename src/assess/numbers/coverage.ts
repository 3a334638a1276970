/** Named numbers of the coverage snapshot: the row of each release, and what follows from it. */
import type { NamedCoverageChange } from "../../domain/changes.ts";
import type { ReleaseCoverage } from "../../domain/facts.ts";
import type { NamedNumber, NumberInput } from "../../domain/number.ts";
import { percentage, pointsBetween } from "../../key-results/percentage.ts";
import { categoryNumbers } from "./categories.ts";
import type { NumberContext, NumberFamily } from "./contract.ts";
import { eligibilityNumbers } from "./eligibility.ts";

type Bare = Omit<NamedNumber, "sources">;

export const coverage: NumberFamily = {
  family: "coverage",
  names:
    /^coverage\.(?:ineligible|newlyIneligible|newlyTested|category\.\w+\.(?:tested|total|percent)|\d+\.\d+\.(?:tested|total|untested|percent|points|promoted|newTested|newWithTests|oldTested|stillUntested|newConformant))$/,
  numbers: coverageNumbers,
};

function coverageNumbers(context: NumberContext): readonly NamedNumber[] {
  const snapshot = context.snapshot.coverage;
  if (snapshot === undefined) return [];
  const sources = context.provenance(snapshot.source);
  const rows = snapshot.releases.flatMap((row, index) => [
    ...countNumbers(row, snapshot.unit),
    ...shareNumbers(row, snapshot.releases[index - 1]),
  ]);
  return [
    ...rows.map((number) => ({ ...number, sources })),
    ...categoryNumbers(context, snapshot),
    ...eligibilityNumbers(context, snapshot),
    ...newlyTested(context, snapshot.unit).map((number) => ({ ...number, sources })),
  ];
}

const nameOf = (row: ReleaseCoverage, suffix: string) => `coverage.${row.release}.${suffix}`;

/** The counts of a row that are known. */
function countNumbers(row: ReleaseCoverage, unit: string): readonly Bare[] {
  return countsOf(row).flatMap(([suffix, value, formula]) =>
    value === undefined ? [] : [{ name: nameOf(row, suffix), value, unit, formula, inputs: [] }],
  );
}

function countsOf(
  row: ReleaseCoverage,
): readonly (readonly [string, number | undefined, string])[] {
  const { release, newTested, oldTested } = row;
  const both =
    newTested !== undefined && oldTested !== undefined ? newTested + oldTested : undefined;
  return [
    ["tested", row.tested, `what counts and is tested at release ${release}`],
    ["total", row.total, `what counts at release ${release}`],
    ["untested", row.total - row.tested, "total − tested"],
    ["promoted", row.promoted, `promoted to stable in ${release}`],
    ["newTested", newTested, `promoted in ${release} and tested in it`],
    ["newWithTests", row.newWithTests, `promoted in ${release} together with a test`],
    ["oldTested", oldTested, `promoted before ${release} and first tested in it`],
    ["stillUntested", row.stillUntested, `promoted in ${release} and without a test`],
    ["newConformant", both, "newTested + oldTested"],
  ];
}

/** The tested share, and its step from the release before on the rows of one snapshot: one rule for what counts. */
function shareNumbers(row: ReleaseCoverage, before: ReleaseCoverage | undefined): readonly Bare[] {
  const now = percentage(row.tested, row.total);
  const then = before && percentage(before.tested, before.total);
  const percent: Bare = {
    name: nameOf(row, "percent"),
    value: now,
    unit: "%",
    formula: "100 · tested / total, rounded half up to 2 places",
    inputs: [
      { label: nameOf(row, "tested"), value: row.tested },
      { label: nameOf(row, "total"), value: row.total },
    ],
  };
  if (now === undefined || then === undefined || before === undefined) return [percent];
  const points: Bare = {
    name: nameOf(row, "points"),
    value: pointsBetween(then, now),
    unit: "points",
    formula: "percent of this release − percent of the release before, on the rows of one snapshot",
    inputs: [
      { label: nameOf(row, "percent"), value: now },
      { label: nameOf(before, "percent"), value: then },
    ],
  };
  return [percent, points];
}

function newlyTested({ changes }: NumberContext, unit: string): readonly Bare[] {
  const change = changes?.coverage;
  if (changes === undefined || change === undefined) return [];
  const { release, names, tested } = change;
  const since = `${release} since ${changes.since}`;
  return [
    {
      name: "coverage.newlyTested",
      value: tested.progress,
      unit,
      formula:
        names === undefined
          ? `growth of oldTested + newTested of ${since}; restated history is left out`
          : `first tested in ${since}, by name, less those no longer tested`,
      inputs: names === undefined ? [] : namedInputs(names),
    },
  ];
}

function namedInputs(names: NamedCoverageChange): readonly NumberInput[] {
  return [
    ...[...names.newTested, ...names.oldTested].map((label) => ({ label, value: 1 })),
    ...names.noLongerTested.map((label) => ({ label, value: -1 })),
  ];
}
