/** A key result that adds up what its landed items add, e.g. 30 new endpoints. */
import { z } from "zod";
import type { Statement } from "../domain/assessment.ts";
import type { ReleaseCoverage } from "../domain/facts.ts";
import type { KeyResult } from "../domain/plan.ts";
import type { Facts, KeyResultKind, KindNumber } from "./contract.ts";
import { ratioFormula, ratioScore } from "./score.ts";
import { amountSetting, unitSetting } from "./settings.ts";
import { subtotalNumbers, subtotals, sumOf } from "./subtotals.ts";

const settings = z
  .strictObject({
    unit: unitSetting,
    goal: amountSetting.describe("The sum that the team promised."),
    stretch: amountSetting.optional().describe("The sum that it hopes for; shown, not scored."),
    countedAs: z
      .enum(["oldTested", "newTested", "newWithTests", "promoted"])
      .optional()
      .describe("The coverage figure of the plan's release that should show the same sum."),
  })
  .refine((target) => target.stretch === undefined || target.stretch >= target.goal, {
    message: "the stretch goal is below the goal",
    path: ["stretch"],
  });

type Settings = z.infer<typeof settings>;

export const sum: KeyResultKind<Settings> = {
  kind: "sum",
  about: "The sum of what its landed items add.",
  unit: "items",
  optionalNames: /^counted$/,
  settings,
  measure(keyResult, facts) {
    const { goal, stretch, unit = sum.unit } = keyResult.settings;
    const landed = sumOf(facts.groups, "landed");
    const counted = countedNumber(keyResult, facts);
    return {
      progress: {
        unit,
        current: landed,
        goal,
        ...(stretch === undefined ? {} : { stretch }),
        score: ratioScore(landed, goal),
        scoreFormula: ratioFormula,
        subtotals: subtotals(facts.groups),
        statements: [headline(keyResult, unit), ...agreement(keyResult, landed, counted)],
      },
      numbers: [...subtotalNumbers(facts.groups), ...counted],
    };
  },
};

function headline(keyResult: KeyResult<Settings>, unit: string): Statement {
  return [
    { number: `${keyResult.id}.landed` },
    " of ",
    { number: `${keyResult.id}.goal` },
    ` ${unit} landed`,
  ];
}

function countedNumber(keyResult: KeyResult<Settings>, facts: Facts): readonly KindNumber[] {
  const field = keyResult.settings.countedAs;
  const row = facts.coverage?.releases.find(({ release }) => release === facts.release);
  if (field === undefined || row === undefined) return [];
  return [
    {
      name: "counted",
      value: countOf(row, field),
      formula: `${field} of release ${row.release} in the coverage snapshot`,
      sources: facts.provenance(facts.coverage?.source),
    },
  ];
}

function countOf(row: ReleaseCoverage, field: NonNullable<Settings["countedAs"]>) {
  return row[field];
}

function agreement(
  keyResult: KeyResult<Settings>,
  landed: number,
  [counted]: readonly KindNumber[],
): readonly Statement[] {
  if (counted?.value === undefined) return [];
  const number = { number: `${keyResult.id}.counted`, text: `+${counted.value}` };
  if (counted.value === landed) return [["coverage counts ", number, " as well"]];
  return [
    ["coverage counts ", number, ", the listed items ", { number: `${keyResult.id}.landed` }],
  ];
}
