/** A key result of steps that are done or not: each item is a step, by its reference or by a person's word. */
import { z } from "zod";
import { isDone } from "../domain/stage.ts";
import type { KeyResultKind } from "./contract.ts";
import { ratioFormula, ratioScore } from "./score.ts";
import { unitSetting } from "./settings.ts";
import { itemsOf } from "./subtotals.ts";

const settings = z.strictObject({
  unit: unitSetting,
  goal: z
    .union([z.literal("all"), z.int().min(0)])
    .default("all")
    .describe("How many steps must be done."),
});

type Settings = z.infer<typeof settings>;

export const checklist: KeyResultKind<Settings> = {
  kind: "checklist",
  about: "Steps that are done or not; each item of the key result is one.",
  unit: "steps",
  settings,
  adds: () => 1,
  measure(keyResult, facts) {
    const { id, settings: target } = keyResult;
    const { unit = checklist.unit } = target;
    // A step that another one stands for would never be done.
    const items = itemsOf(facts.groups).filter(({ stage }) => stage !== "replaced");
    const done = items.filter(({ stage }) => isDone(stage));
    const goal = target.goal === "all" ? items.length : target.goal;
    const isEmpty = target.goal === "all" && items.length === 0;
    return {
      progress: {
        unit,
        current: done.length,
        currentName: `${id}.done`,
        goal,
        score: isEmpty ? undefined : ratioScore(done.length, goal),
        scoreFormula: ratioFormula,
        subtotals: [],
        statements: [
          isEmpty
            ? [`no ${unit} are listed yet`]
            : [{ number: `${id}.done` }, " of ", { number: `${id}.goal` }, ` ${unit} done`],
        ],
      },
      numbers: [
        ...(target.goal === "all"
          ? [{ name: "goal", value: goal, unit, formula: allFormula }]
          : []),
        {
          name: "done",
          value: done.length,
          unit,
          formula: "number of items that are done",
          inputs: done.map(({ item }) => ({ label: item.title, value: 1 })),
          sources: done.flatMap((item) => item.sources),
        },
      ],
    };
  },
};

const allFormula = "number of all items but those that others replace";
