/** A key result that raises a share: tested of all, both on the rows of one snapshot. */
import { z } from "zod";
import type { Statement } from "../domain/assessment.ts";
import type { CoverageSnapshot } from "../domain/facts.ts";
import type { KeyResult } from "../domain/plan.ts";
import type { Release } from "../domain/release.ts";
import type { Facts, KeyResultKind } from "./contract.ts";
import { percentage, pointsBetween } from "./percentage.ts";
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
  needsCoverage: true,
  about: "The tested share of a whole, in percent, or the points it gained since a release.",
  unit: "%",
  settings,
  measure(keyResult, facts) {
    const { goal, stretch, since } = keyResult.settings;
    const unit = keyResult.settings.unit ?? (since === undefined ? share.unit : "points");
    const current = currentShare(facts, since);
    const sources = facts.provenance(facts.coverage?.source);
    const formula = formulaOf(facts.release, since);
    return {
      progress: {
        unit,
        current,
        currentName: `${keyResult.id}.current`,
        goal,
        ...(stretch === undefined ? {} : { stretch }),
        score: ratioScore(current, goal),
        scoreFormula: ratioFormula,
        subtotals: [],
        statements:
          current === undefined
            ? [[`the coverage of ${facts.release} is not known`]]
            : [headline(keyResult, unit), ...split(facts.release, since)],
      },
      numbers: [{ name: "current", value: current, unit, formula, sources }],
    };
  },
};

function headline({ id, settings: { since } }: KeyResult<Settings>, unit: string): Statement {
  const end = since === undefined ? ` ${unit} tested` : ` ${unit} gained since ${since}`;
  return [{ number: `${id}.current` }, " of ", { number: `${id}.goal` }, end];
}

/** Where the step came from: more was tested, and more was there to be tested. */
function split(release: Release, since: Release | undefined): readonly Statement[] {
  if (since === undefined) return [];
  const step = (field: string): Statement => [
    { number: `coverage.${since}.${field}` },
    " to ",
    { number: `coverage.${release}.${field}` },
  ];
  return [["tested ", ...step("tested"), ", total ", ...step("total"), ", by one rule"]];
}

function currentShare(facts: Facts, since: Release | undefined): number | undefined {
  const now = shareAt(facts.coverage, facts.release);
  if (since === undefined || now === undefined) return now;
  const before = shareAt(facts.coverage, since);
  return before === undefined ? undefined : pointsBetween(before, now);
}

function shareAt(coverage: CoverageSnapshot | undefined, release: Release): number | undefined {
  const row = coverage?.releases.find((candidate) => candidate.release === release);
  return row && percentage(row.tested, row.total);
}

function formulaOf(release: Release, since: Release | undefined): string {
  return since === undefined
    ? `100 · tested / total of release ${release}, rounded half up to 2 places`
    : `coverage of ${release} minus coverage of ${since}, both on the rows of one snapshot`;
}
