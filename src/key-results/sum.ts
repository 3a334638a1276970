/** A key result that adds up what its landed items add, e.g. 30 new endpoints. */
import { z } from "zod";
import type { AssessedGroup, Progress, Statement } from "../domain/assessment.ts";
import { isUnanswered } from "../domain/item-query.ts";
import type { KeyResult } from "../domain/plan.ts";
import type { Standing } from "../domain/stage.ts";
import type { Facts, KeyResultKind, KindNumber } from "./contract.ts";
import { ratioFormula, ratioScore } from "./score.ts";
import { amountSetting, unitSetting } from "./settings.ts";
import { itemsSum, itemsUnder, subtotalNumbers, subtotals, type Weight } from "./subtotals.ts";

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

const added: Weight = { verb: "add", of: ({ item }) => item.adds ?? 0 };

/** On its way: somebody has written it. */
const inHand: readonly Standing[] = ["written", "ready", "merged", "soaking"];
/** Could still come: what was dropped, replaced or has slipped could not. */
const open: readonly Standing[] = [
  "planned",
  "maybe",
  "unlikely",
  "blocked",
  "excepted",
  "unknown",
];

export const sum: KeyResultKind<Settings> = {
  kind: "sum",
  about: "The sum of what its landed items add.",
  unit: "items",
  optionalNames: /^counted$/,
  settings,
  adds: added.of,
  measure(keyResult, facts) {
    const { goal, stretch, unit = sum.unit } = keyResult.settings;
    // A sum of only some of the items would say that the others are nothing.
    const isComplete = !facts.groups.some(({ group }) => isUnanswered(group));
    const sums = [
      ...subtotalNumbers(facts.groups, added),
      ...outlookNumbers(keyResult, facts.groups),
    ];
    const landed = isComplete
      ? itemsSum(itemsUnder(facts.groups, ["landed"]), added).value
      : undefined;
    const parts = isComplete ? subtotals(facts.groups, added) : [];
    const counted = countedNumber(keyResult, facts);
    return {
      progress: {
        unit,
        current: landed,
        currentName: `${keyResult.id}.landed`,
        goal,
        ...(stretch === undefined ? {} : { stretch }),
        score: ratioScore(landed, goal),
        scoreFormula: ratioFormula,
        subtotals: parts,
        statements: [
          headline(keyResult.id, unit, parts),
          ...alsoListed(keyResult.id, parts),
          ...agreement(keyResult.id, landed, counted),
          ...newlyConformant(keyResult, facts),
        ],
      },
      numbers: [
        ...(isComplete ? sums : sums.map((sum) => ({ ...sum, value: undefined }))),
        ...counted,
      ],
    };
  },
};

/** What could still become of the goal. */
function outlookNumbers(
  { id, settings: { goal } }: KeyResult<Settings>,
  groups: readonly AssessedGroup[],
): readonly KindNumber[] {
  const landed = itemsSum(itemsUnder(groups, ["landed"]), added).value;
  const inputs = [
    { label: `${id}.goal`, value: goal },
    { label: `${id}.landed`, value: landed },
  ];
  return [
    {
      name: "missing",
      value: Math.max(0, goal - landed),
      formula: "goal − landed, never below zero",
      inputs,
    },
    {
      name: "inHand",
      formula: `sum of what the items under ${inHand.join(", ")} add`,
      ...itemsSum(itemsUnder(groups, inHand), added),
    },
    {
      name: "reachable",
      formula: "sum of what all items add but those that were dropped, replaced or slipped",
      ...itemsSum(itemsUnder(groups, ["landed", ...inHand, ...open]), added),
    },
  ];
}

/** `0 of 30 endpoints landed, 19 written`. */
function headline(id: string, unit: string, parts: Progress["subtotals"]): Statement {
  return [
    { number: `${id}.landed` },
    " of ",
    { number: `${id}.goal` },
    ` ${unit} landed`,
    ...listed(id, parts, inHand).flatMap((part) => [", ", ...part]),
  ];
}

/** `Also listed: 4 planned, 10 maybe`: all that the headline leaves out. */
function alsoListed(id: string, parts: Progress["subtotals"]): readonly Statement[] {
  const others = parts
    .map(({ standing }) => standing)
    .filter((standing) => standing !== "landed" && !inHand.includes(standing));
  const [first, ...more] = listed(id, parts, others);
  if (first === undefined) return [];
  return [["also listed: ", ...first, ...more.flatMap((part) => [", ", ...part])]];
}

function listed(id: string, parts: Progress["subtotals"], words: readonly Standing[]) {
  return parts
    .filter(({ standing, value }) => words.includes(standing) && value > 0)
    .map(({ standing }): Statement => [{ number: `${id}.${standing}` }, ` ${standing}`]);
}

function countedNumber(keyResult: KeyResult<Settings>, facts: Facts): readonly KindNumber[] {
  const field = keyResult.settings.countedAs;
  const row = facts.coverage?.releases.find(({ release }) => release === facts.release);
  if (field === undefined || row === undefined) return [];
  return [
    {
      name: "counted",
      value: row[field],
      formula: `${field} of release ${row.release} in the coverage snapshot`,
      sources: facts.provenance(facts.coverage?.source),
    },
  ];
}

function agreement(
  id: string,
  landed: number | undefined,
  [counted]: readonly KindNumber[],
): readonly Statement[] {
  if (counted?.value === undefined || landed === undefined) return [];
  const number = { number: `${id}.counted`, text: `+${counted.value}` };
  if (counted.value === landed) return [["the coverage shows the same ", number]];
  return [["the coverage shows ", number, ", the listed items add ", { number: `${id}.landed` }]];
}

/** `With the 8 newly promoted, 32 endpoints are newly conformant`, where the items are about older ones. */
function newlyConformant(
  { settings: { countedAs } }: KeyResult<Settings>,
  { coverage, release }: Facts,
): readonly Statement[] {
  const row = coverage?.releases.find((candidate) => candidate.release === release);
  if (countedAs !== "oldTested" || row?.oldTested === undefined) return [];
  if (row.newTested === undefined || row.newTested === 0) return [];
  const all = { number: `coverage.${release}.newConformant` };
  const promoted = { number: `coverage.${release}.newTested` };
  return [["with the ", promoted, " newly promoted, ", all, " are newly conformant"]];
}
