import { describe, expect, it } from "vitest";
import type { Plan } from "../../../../src/domain/plan.ts";
import { assessed } from "../../../builders/assessment.ts";
import { aKeyResult, anObjective, aPlan, aProse } from "../../../builders/plan.ts";

const at = { file: "v1.20.yaml", line: 9, column: 7 };

function section(kind: string, text?: string, fields = {}) {
  return {
    kind,
    isHidden: false,
    at,
    ...(text === undefined ? {} : { text: aProse(text) }),
    ...fields,
  };
}

/** Subject, message and line of each finding. */
function check(plan: Partial<Plan>, expected: readonly string[]): void {
  const found = assessed({ plan: aPlan(plan) }).notices.filter(
    ({ code }) => code === "not-filled-in",
  );
  expect(
    found.map(({ subject, message, at: place }) => [subject, message, place?.line].join(": ")),
  ).toEqual(expected);
  expect(found.every(({ severity }) => severity === "info")).toBe(true);
}

describe("what people have not written yet", () => {
  const missing = "is not filled in yet: it has no text: 9";

  it("is a narrative without a text, and a last slide without a question", () => {
    check({ sections: [section("narrative", undefined, { title: "Conclusion" })] }, [
      `"Conclusion": ${missing}`,
    ]);
    check({ sections: [section("questions")] }, [`the section questions: ${missing}`]);
  });

  it("is a text that is empty, in any section", () => {
    check({ sections: [section("timeline", " \n")] }, [`the section timeline: ${missing}`]);
  });

  it("is no section that needs no words, nor one that is hidden", () => {
    check({ sections: [section("timeline"), section("narrative", "x")] }, []);
    check({ sections: [section("narrative", undefined, { isHidden: true })] }, []);
    check({}, []);
  });

  it("is what they marked so, in any text, with its place", () => {
    const note = aProse("Fine.\n\nTODO: why");
    check({ objectives: [anObjective({ keyResults: [aKeyResult({ note })] })] }, [
      'TODO: "TODO" says that a text is not finished: 3',
    ]);
    check({ intro: aProse("TBD, ???") }, [
      'TBD: "TBD" says that a text is not finished: 1',
      '???: "???" says that a text is not finished: 1',
    ]);
  });

  it("is no word that only holds such a mark", () => {
    check({ intro: aProse("todo, TODOs, pre-TBD, {{KR1.goal}}") }, []);
  });
});
