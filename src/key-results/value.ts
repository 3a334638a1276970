/** A key result whose figure a person states, with a day and a reason. */
import { z } from "zod";
import { isCalendarDate } from "../calendar.ts";
import type { KeyResultKind } from "./contract.ts";
import { ratioFormula, ratioScore } from "./score.ts";
import { amountSetting, unitSetting } from "./settings.ts";

const settings = z.strictObject({
  unit: unitSetting,
  goal: amountSetting.describe("The figure to reach."),
  stretch: amountSetting.optional().describe("A higher one that the team hopes for."),
  current: z
    .strictObject({
      value: z.number(),
      on: z.string().refine(isCalendarDate, "expected a day such as 2020-11-12"),
      who: z.string().min(1),
      why: z.string().min(1),
    })
    .optional()
    .describe("What it is now: the figure, on which day, who says so and why."),
});

type Settings = z.infer<typeof settings>;

export const value: KeyResultKind<Settings> = {
  kind: "value",
  about: "A figure that a person states, with a day and a reason.",
  unit: "points",
  settings,
  measure(keyResult, facts) {
    const { goal, stretch, current, unit = value.unit } = keyResult.settings;
    const stated =
      current !== undefined && current.on <= facts.asOf.slice(0, 10) ? current : undefined;
    return {
      progress: {
        unit,
        current: stated?.value,
        goal,
        ...(stretch === undefined ? {} : { stretch }),
        score: ratioScore(stated?.value, goal),
        scoreFormula: ratioFormula,
        subtotals: [],
        statements: [
          [
            { number: `${keyResult.id}.current` },
            " of ",
            { number: `${keyResult.id}.goal` },
            ` ${unit}`,
          ],
          ...(stated ? [[`stated by ${stated.who} on ${stated.on}: ${stated.why}`]] : []),
        ],
      },
      numbers: [
        {
          name: "current",
          value: stated?.value,
          unit,
          formula: stated
            ? `stated by ${stated.who} on ${stated.on}: ${stated.why}`
            : "nobody has stated it yet",
        },
      ],
    };
  },
};
