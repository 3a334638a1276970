/** A key result that clears old debt: untested work, by the release that promoted it. */
import { z } from "zod";
import type { AssessedItem } from "../domain/assessment.ts";
import type { ReleaseDebt } from "../domain/facts.ts";
import type { Provenance } from "../domain/number.ts";
import { compareReleases } from "../domain/release.ts";
import { isDone } from "../domain/stage.ts";
import type { Facts, KeyResultKind, KindNumber } from "./contract.ts";
import { afterClearing, cleanRun, cleanShare, newestFirst, type CleanRun } from "./debt-runs.ts";
import { ifLanded, whereClean } from "./debt-statements.ts";
import { releaseSetting, unitSetting } from "./settings.ts";
import { itemInput, itemsOf, subtotalNumbers, subtotals, type Weight } from "./subtotals.ts";

const settings = z
  .strictObject({
    unit: unitSetting,
    goal: releaseSetting.describe("The oldest release that shall be free of debt."),
    stretch: releaseSetting.optional().describe("An older one that the team hopes for."),
  })
  .refine(
    (target) => target.stretch === undefined || compareReleases(target.stretch, target.goal) <= 0,
    { message: "the stretch goal is newer than the goal", path: ["stretch"] },
  );

type Settings = z.infer<typeof settings>;

const cleared: Weight = {
  verb: "clear",
  of: ({ item }) => Object.values(item.clears ?? {}).reduce((sum, count) => sum + count, 0),
};

const shareFormula =
  "releases in the unbroken clean run from the newest down / releases from the newest down to the goal";

export const debt: KeyResultKind<Settings> = {
  kind: "debt",
  needsCoverage: true,
  about: "Untested work by the release that promoted it, to be cleared back to a release.",
  unit: "endpoints",
  optionalNames: /^remaining\.\d+\.\d+$/,
  settings,
  owed(coverage, target) {
    const rows = knownRows(coverage);
    const needed = rows?.filter(({ release }) => compareReleases(release, target) >= 0);
    return needed && Object.fromEntries(needed.map((row) => [row.release, row.untested]));
  },
  measure(keyResult, facts) {
    const { id, settings: target } = keyResult;
    const { goal, stretch, unit = facts.coverage?.unit ?? debt.unit } = target;
    const rows = knownRows(facts.coverage);
    const items = pending(facts);
    const now = rows && cleanRun(rows);
    const after = rows && cleanRun(afterItems(rows, items));
    return {
      progress: {
        unit,
        current: now?.frontier,
        currentName: `${id}.frontier`,
        goal,
        ...(stretch === undefined ? {} : { stretch }),
        score: rows && cleanShare(rows, goal),
        scoreFormula: shareFormula,
        subtotals: subtotals(facts.groups, cleared),
        statements: [whereClean(id, now), ...ifLanded(id, items, after)],
      },
      numbers: [
        ...runNumbers(now, sourcesOf(facts)),
        ...afterNumbers(after, items, sourcesOf(facts)),
        ...remainingNumbers(rows, sourcesOf(facts)),
        ...subtotalNumbers(facts.groups, cleared),
      ],
    };
  },
};

/** No rows say as little as no facts. */
function knownRows(coverage: Facts["coverage"]): readonly ReleaseDebt[] | undefined {
  return coverage?.debt?.length === 0 ? undefined : coverage?.debt;
}

function sourcesOf({ coverage, provenance }: Facts): readonly Provenance[] {
  return provenance(coverage?.debtSource ?? coverage?.source);
}

/** Items that may still clear debt in this release. */
function pending(facts: Facts): readonly AssessedItem[] {
  return itemsOf(facts.groups).filter(
    ({ item, stage }) =>
      item.clears !== undefined &&
      !isDone(stage) &&
      !["dropped", "replaced", "slipped"].includes(stage),
  );
}

function afterItems(rows: readonly ReleaseDebt[], items: readonly AssessedItem[]) {
  return afterClearing(
    rows,
    items.map(({ item }) => item.clears ?? {}),
  );
}

const frontierFormula = "the oldest release of the unbroken run without debt, from the newest down";
const dirtyFormula = "the newest release that has debt";

function runNumbers(
  run: CleanRun | undefined,
  sources: readonly Provenance[],
): readonly KindNumber[] {
  return [
    {
      name: "frontier",
      unit: "release",
      value: run?.frontier,
      formula: frontierFormula,
      sources,
    },
    {
      name: "firstDirty",
      unit: "release",
      value: run?.firstDirty?.release,
      formula: dirtyFormula,
      sources,
    },
  ];
}

/** The same once the pending items land, and how much debt is then in the first dirty release. */
function afterNumbers(
  run: CleanRun | undefined,
  items: readonly AssessedItem[],
  sources: readonly Provenance[],
): readonly KindNumber[] {
  const inputs = items.map((item) => itemInput(item, cleared));
  const firstDebt: KindNumber = {
    name: "firstDebt",
    value: run?.firstDirty?.untested,
    formula: `debt of ${dirtyFormula}`,
    sources,
  };
  return [...runNumbers(run, sources), firstDebt].map((number) => ({
    ...number,
    name: `ifLanded.${number.name}`,
    formula: `${number.formula}, once the listed items land`,
    inputs,
  }));
}

function remainingNumbers(
  rows: readonly ReleaseDebt[] | undefined,
  sources: readonly Provenance[],
): readonly KindNumber[] {
  const known = newestFirst(rows ?? []);
  return [
    {
      name: "remaining",
      value: rows?.reduce((sum, { untested }) => sum + untested, 0),
      formula: "sum of the debt of all releases",
      inputs: known.map(({ release, untested }) => ({ label: release, value: untested })),
      sources,
    },
    ...known.map(({ release, untested, promoted }) => ({
      name: `remaining.${release}`,
      value: untested,
      formula: `promoted in ${release} and still untested`,
      inputs: [{ label: `promoted in ${release}`, value: promoted }],
      sources,
    })),
  ];
}
