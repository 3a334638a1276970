/** A key result whose figure a person states, with a day and a reason. */
import { z } from "zod";
import { dayOf, isCalendarDate } from "../calendar.ts";
import type { Statement } from "../domain/assessment.ts";
import type { Facts, KeyResultKind } from "./contract.ts";
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
    const { goal, stretch, unit = value.unit } = keyResult.settings;
    const stated = statedBy(keyResult.settings, facts);
    const words = stated && `stated by ${stated.who} on ${stated.on}: ${stated.why}`;
    return {
      progress: {
        unit,
        current: stated?.value,
        currentName: `${keyResult.id}.current`,
        goal,
        ...(stretch === undefined ? {} : { stretch }),
        score: ratioScore(stated?.value, goal),
        scoreFormula: ratioFormula,
        subtotals: [],
        statements: words === undefined ? [[nobody]] : [headline(keyResult.id, unit), [words]],
      },
      numbers: [{ name: "current", value: stated?.value, unit, formula: words ?? nobody }],
    };
  },
};

const nobody = "nobody has stated it yet";

function headline(id: string, unit: string): Statement {
  return [{ number: `${id}.current` }, " of ", { number: `${id}.goal` }, ` ${unit}`];
}

/** What was stated by the day of the report: a past report does not know later words. */
function statedBy({ current }: Settings, { asOf }: Facts): Settings["current"] {
  return current !== undefined && current.on <= dayOf(asOf) ? current : undefined;
}
