/** A key result that something must stay at or below a bound. */
import { z } from "zod";
import type { CoverageSnapshot } from "../domain/facts.ts";
import type { Facts, KeyResultKind } from "./contract.ts";
import { amountSetting, unitSetting } from "./settings.ts";

const watched = {
  "still-untested": "promoted in the plan's release and without a test",
  untested: "total minus tested of the plan's release",
  debt: "sum of the debt of all releases",
} as const;

type Watched = keyof typeof watched;

const settings = z.strictObject({
  unit: unitSetting,
  watch: z
    .enum(["still-untested", "untested", "debt"])
    .describe("Which coverage figure must stay low."),
  goal: amountSetting.describe("The bound: it holds at or below this."),
});

type Settings = z.infer<typeof settings>;

export const guard: KeyResultKind<Settings> = {
  kind: "guard",
  about: "Something that must stay at or below a bound.",
  unit: "endpoints",
  settings,
  measure(keyResult, facts) {
    const { goal, watch, unit = guard.unit } = keyResult.settings;
    const current = facts.coverage && figure(facts.coverage, facts.release, watch);
    const sources = facts.provenance(sourceOf(facts, watch));
    return {
      progress: {
        unit,
        current,
        goal,
        score: current === undefined ? undefined : Number(current <= goal),
        scoreFormula: "1 at or below the bound, else 0",
        subtotals: [],
        statements: [
          [
            { number: `${keyResult.id}.current` },
            ` ${unit} ${watch}, at most `,
            { number: `${keyResult.id}.goal` },
          ],
        ],
      },
      numbers: [{ name: "current", value: current, unit, formula: watched[watch], sources }],
    };
  },
};

function figure(coverage: CoverageSnapshot, release: string, watch: Watched): number | undefined {
  const row = coverage.releases.find((candidate) => candidate.release === release);
  switch (watch) {
    case "still-untested":
      return row?.stillUntested;
    case "untested":
      return row && row.total - row.tested;
    case "debt":
      return coverage.debt?.reduce((sum, { untested }) => sum + untested, 0);
    default:
      return watch satisfies never;
  }
}

function sourceOf(facts: Facts, watch: Watched): string | undefined {
  return watch === "debt" ? facts.coverage?.debtSource : facts.coverage?.source;
}
