/** A key result that raises a share: tested of all, both on the rows of one snapshot. */
import { z } from "zod";
import type { Statement } from "../domain/assessment.ts";
import type { CoverageSnapshot } from "../domain/facts.ts";
import type { Facts, KeyResultKind } from "./contract.ts";
import { percentage } from "./percentage.ts";
import { ratioFormula, ratioScore } from "./score.ts";
import { amountSetting, releaseSetting, unitSetting } from "./settings.ts";

const settings = z.strictObject({
  unit: unitSetting,
  goal: amountSetting.describe(
    "A percentage to reach; with `since`, the percentage points to gain.",
  ),
  stretch: amountSetting.optional().describe("A higher one that the team hopes for."),
  since: releaseSetting
    .optional()
    .describe("The release from which points are counted, on the same snapshot's rows."),
});

type Settings = z.infer<typeof settings>;

export const share: KeyResultKind<Settings> = {
  kind: "share",
  about: "The tested share of a whole, in percent, or the points it gained since a release.",
  unit: "%",
  settings,
  measure(keyResult, facts) {
    const { goal, stretch, since } = keyResult.settings;
    const unit = keyResult.settings.unit ?? (since === undefined ? share.unit : "points");
    const current = currentShare(facts, since);
    const sources = facts.provenance(facts.coverage?.source);
    const formula = since === undefined ? shareFormula(facts) : pointsFormula(facts, since);
    return {
      progress: {
        unit,
        current,
        goal,
        ...(stretch === undefined ? {} : { stretch }),
        score: ratioScore(current, goal),
        scoreFormula: ratioFormula,
        subtotals: [],
        statements: [headline(keyResult.id, unit)],
      },
      numbers: [{ name: "current", value: current, unit, formula, sources }],
    };
  },
};

function headline(id: string, unit: string): Statement {
  return [
    { number: `${id}.current` },
    ` of ${unit === "%" ? "" : "+"}`,
    { number: `${id}.goal` },
    ` ${unit}`,
  ];
}

function currentShare(facts: Facts, since: string | undefined): number | undefined {
  const now = shareAt(facts.coverage, facts.release);
  if (since === undefined || now === undefined) return now;
  const before = shareAt(facts.coverage, since);
  return before === undefined ? undefined : Math.round((now - before) * 100) / 100;
}

function shareAt(coverage: CoverageSnapshot | undefined, release: string): number | undefined {
  const row = coverage?.releases.find((candidate) => candidate.release === release);
  return row && percentage(row.tested, row.total);
}

function shareFormula(facts: Facts): string {
  return `100 · tested / total of release ${facts.release}, rounded half up to 2 places`;
}

function pointsFormula(facts: Facts, since: string): string {
  return `coverage of ${facts.release} minus coverage of ${since}, both on the rows of one snapshot`;
}
