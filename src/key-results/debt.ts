/** A key result that clears old debt: untested work, by the release that promoted it. */
import { z } from "zod";
import type { AssessedItem, Statement } from "../domain/assessment.ts";
import type { ReleaseDebt } from "../domain/facts.ts";
import { compareReleases } from "../domain/release.ts";
import { isDone } from "../domain/stage.ts";
import type { Facts, KeyResultKind, KindNumber } from "./contract.ts";
import { afterClearing, cleanRun, newestFirst, type CleanRun } from "./debt-runs.ts";
import { releaseSetting, unitSetting } from "./settings.ts";
import { itemInput, itemsOf, subtotals } from "./subtotals.ts";

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

const runFormula =
  "releases in the unbroken clean run from the newest down / releases from the newest down to the goal";

export const debt: KeyResultKind<Settings> = {
  kind: "debt",
  about: "Untested work by the release that promoted it, to be cleared back to a release.",
  unit: "endpoints",
  optionalNames: /^remaining\.\d+\.\d+$/,
  settings,
  measure(keyResult, facts) {
    const { goal, stretch, unit = debt.unit } = keyResult.settings;
    const rows = facts.coverage?.debt;
    const run = rows && cleanRun(rows);
    return {
      progress: {
        unit,
        current: run?.frontier,
        goal,
        ...(stretch === undefined ? {} : { stretch }),
        score: rows && runScore(rows, goal),
        scoreFormula: runFormula,
        subtotals: subtotals(facts.groups),
        statements: rows && run ? statementsOf(keyResult.id, facts, rows, run) : [["debt unknown"]],
      },
      numbers: [...runNumbers(facts, run), ...remainingNumbers(facts, rows ?? [])],
    };
  },
};

function runScore(rows: readonly ReleaseDebt[], goal: string): number {
  const needed = rows.filter((row) => compareReleases(row.release, goal) >= 0).length;
  return needed === 0 ? 1 : Math.min(1, cleanRun(rows).length / needed);
}

function runNumbers(facts: Facts, run: CleanRun | undefined): readonly KindNumber[] {
  const sources = facts.provenance(facts.coverage?.debtSource ?? facts.coverage?.source);
  const planned = pending(facts);
  const after = facts.coverage?.debt && cleanRun(afterItems(facts.coverage.debt, planned));
  const inputs = planned.map(itemInput);
  return [
    { name: "frontier", unit: "release", value: run?.frontier, formula: frontierFormula, sources },
    {
      name: "firstDirty",
      unit: "release",
      value: run?.firstDirty?.release,
      formula: dirtyFormula,
      sources,
    },
    {
      name: "ifLanded.frontier",
      unit: "release",
      value: after?.frontier,
      formula: `${frontierFormula}, once the listed items land`,
      inputs,
      sources,
    },
    {
      name: "ifLanded.firstDirty",
      unit: "release",
      value: after?.firstDirty?.release,
      formula: `${dirtyFormula}, once the listed items land`,
      inputs,
      sources,
    },
  ];
}

const frontierFormula = "the oldest release of the unbroken run without debt, from the newest down";
const dirtyFormula = "the newest release that has debt";

function remainingNumbers(facts: Facts, rows: readonly ReleaseDebt[]): readonly KindNumber[] {
  const sources = facts.provenance(facts.coverage?.debtSource ?? facts.coverage?.source);
  return [
    {
      name: "remaining",
      value: facts.coverage?.debt && rows.reduce((sum, row) => sum + row.untested, 0),
      formula: "sum of the debt of all releases",
      sources,
    },
    ...newestFirst(rows).map((row) => ({
      name: `remaining.${row.release}`,
      value: row.untested,
      formula: `promoted in ${row.release} and still untested`,
      inputs: [{ label: `promoted in ${row.release}`, value: row.promoted }],
      sources,
    })),
  ];
}

function pending(facts: Facts): readonly AssessedItem[] {
  return itemsOf(facts.groups).filter(
    ({ item, stage }) =>
      item.clears !== undefined && !isDone(stage) && stage !== "replaced" && stage !== "dropped",
  );
}

function afterItems(rows: readonly ReleaseDebt[], items: readonly AssessedItem[]) {
  return items.reduce((left, { item }) => afterClearing(left, item.clears ?? {}), rows);
}

function statementsOf(
  id: string,
  facts: Facts,
  rows: readonly ReleaseDebt[],
  run: CleanRun,
): readonly Statement[] {
  const now: Statement = ["clean back to ", ...runSentence(run, id, id)];
  const items = pending(facts);
  if (items.length === 0) return [now];
  const titles = items.map(({ item }) => item.title).join(" and ");
  const after = cleanRun(afterItems(rows, items));
  const then = runSentence(after, `${id}.ifLanded`, id);
  return [now, [`landing ${titles} would clean back to `, ...then]];
}

/** Both senses of "back to", saying which is which: the oldest clean release and the first dirty one. */
function runSentence({ frontier, firstDirty }: CleanRun, run: string, id: string): Statement {
  const clean: Statement =
    frontier === undefined ? ["no release"] : [{ number: `${run}.frontier`, text: frontier }];
  if (firstDirty === undefined) return [...clean, "; no release has debt"];
  const { release, untested } = firstDirty;
  return [
    ...clean,
    "; ",
    { number: `${run}.firstDirty`, text: release },
    " is the first with debt (",
    { number: `${id}.remaining.${release}`, text: String(untested) },
    ")",
  ];
}
