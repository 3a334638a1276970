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
  measure(keyResult, facts) {
    const { unit = checklist.unit } = keyResult.settings;
    const items = itemsOf(facts.groups);
    const done = items.filter(({ stage }) => isDone(stage));
    const goal = keyResult.settings.goal === "all" ? items.length : keyResult.settings.goal;
    return {
      progress: {
        unit,
        current: done.length,
        goal,
        score: ratioScore(done.length, goal),
        scoreFormula: ratioFormula,
        subtotals: [],
        statements: [[{ number: `${keyResult.id}.done` }, ` of ${goal} ${unit} done`]],
      },
      numbers: [
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
