import { describe, expect, it } from "vitest";
import { unknownPlaceholders } from "../../../src/assess/placeholders.ts";
import { assessed } from "../../builders/assessment.ts";
import { aGroup, aKeyResult, anObjective, aPlan, aProse } from "../../builders/plan.ts";

/** Placeholders of a text, in a plan with KR1 (a sum) and KR2 (debt) and a snapshot without facts. */
function check(text: string, ...expected: readonly string[]): void {
  const debt = aKeyResult({ id: "KR2", kind: "debt", settings: { goal: "1.15" } });
  const plan = aPlan({
    intro: aProse(text),
    objectives: [anObjective({ keyResults: [aKeyResult(), debt] })],
  });
  expect(unknownPlaceholders(assessed({ plan })).map(({ name }) => name)).toEqual(expected);
}

describe("a placeholder", () => {
  it("may name any number, known today or not", () => {
    check("{{KR1.landed}} {{ KR1.score }} {{KR2.frontier}}");
    check("{{coverage.1.20.percent}} {{release.daysToCodeFreeze}} {{jobs.passing}}");
    check("{{changes.landed}} {{coverage.newlyIneligible}}");
    check("{{KR2.remaining.1.14}} {{KR1.counted}}");
  });

  it("is a mistake where no facts could give the number", () => {
    check("{{KR1.writen}}", "KR1.writen");
    check("{{KR9.landed}} {{}} {{coverage.1.20.wow}}", "KR9.landed", "", "coverage.1.20.wow");
    check("{{KR1.remaining.1.14}}", "KR1.remaining.1.14");
    check("{{release.codefreeze}} {{release}}", "release.codefreeze", "release");
  });

  it("is found in every text of a plan, with its place", () => {
    const text = aProse("a\nb {{nothing}}");
    const at = { file: "v1.20.yaml", line: 1, column: 1 };
    const groups = [aGroup({ note: text })];
    const plan = aPlan({
      intro: text,
      objectives: [anObjective({ note: text, keyResults: [aKeyResult({ note: text, groups })] })],
      sections: [{ kind: "narrative", isHidden: false, at, text }],
    });
    const found = unknownPlaceholders(assessed({ plan }));
    expect(found).toHaveLength(5);
    for (const one of found) {
      expect(one).toEqual({ name: "nothing", at: { ...at, line: 2, column: 3 }, length: 11 });
    }
  });
});
