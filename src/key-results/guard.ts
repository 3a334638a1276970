/** A key result that something must stay at or below a bound. */
import { z } from "zod";
import type { Statement } from "../domain/assessment.ts";
import type { CoverageSnapshot } from "../domain/facts.ts";
import type { Facts, KeyResultKind } from "./contract.ts";
import { percentage } from "./percentage.ts";
import { amountSetting, unitSetting } from "./settings.ts";

/** How each figure comes about, and how a sentence says what it counts. */
const watched = {
  "still-untested": {
    formula: "promoted in the plan's release and without a test",
    words: "promoted without a test",
  },
  untested: { formula: "total minus tested of the plan's release", words: "untested" },
  "untested-share": {
    formula: "100 · untested / total of the plan's release, rounded half up to 2 places",
    words: "untested",
  },
  debt: { formula: "sum of the debt of all releases", words: "of debt" },
} as const;

type Watched = keyof typeof watched;

const settings = z.strictObject({
  unit: unitSetting,
  watch: z
    .enum(["still-untested", "untested", "untested-share", "debt"])
    .describe("Which coverage figure must stay low."),
  goal: amountSetting.describe("The bound: it holds at or below this."),
});

type Settings = z.infer<typeof settings>;

export const guard: KeyResultKind<Settings> = {
  kind: "guard",
  needsCoverage: true,
  about: "Something that must stay at or below a bound.",
  unit: "endpoints",
  settings,
  measure(keyResult, facts) {
    const { goal, watch, unit = unitOf(facts.coverage, watch) } = keyResult.settings;
    const current = facts.coverage && figure(facts.coverage, facts.release, watch);
    const { formula, words } = watched[watch];
    const sources = facts.provenance(sourceOf(facts, watch));
    return {
      progress: {
        unit,
        current,
        currentName: `${keyResult.id}.current`,
        goal,
        score: current === undefined ? undefined : Number(current <= goal),
        scoreFormula: "1 at or below the bound, else 0",
        subtotals: [],
        statements: [
          current === undefined
            ? [`it is not known how many ${unit} are ${words}`]
            : headline(keyResult.id, `${unit} ${words}`),
        ],
      },
      numbers: [{ name: "current", value: current, unit, formula, sources }],
    };
  },
};

function unitOf(coverage: CoverageSnapshot | undefined, watch: Watched): string {
  return watch === "untested-share" ? "%" : (coverage?.unit ?? guard.unit);
}

function headline(id: string, what: string): Statement {
  return [{ number: `${id}.current` }, ` ${what}, at most `, { number: `${id}.goal` }, " allowed"];
}

function figure(coverage: CoverageSnapshot, release: string, watch: Watched): number | undefined {
  const row = coverage.releases.find((candidate) => candidate.release === release);
  switch (watch) {
    case "still-untested":
      return row?.stillUntested;
    case "untested":
      return row && row.total - row.tested;
    case "untested-share":
      return row && percentage(row.total - row.tested, row.total);
    case "debt":
      return coverage.debt?.reduce((sum, { untested }) => sum + untested, 0);
    default:
      return watch satisfies never;
  }
}

function sourceOf(facts: Facts, watch: Watched): string | undefined {
  const { source, debtSource } = facts.coverage ?? {};
  return watch === "debt" ? (debtSource ?? source) : source;
}
