import { describe, expect, it } from "vitest";
import { assess } from "../../../src/assess/assess.ts";
import { PlanError } from "../../../src/domain/errors.ts";
import { checkPlaceholders, checkPlan, nearestNumber } from "../../../src/pipeline/check-plan.ts";
import { parsePlan } from "../../../src/plan/parse-plan.ts";
import { aSnapshot } from "../../builders/snapshot.ts";

const head = `release: "1.20"
objectives:
  - title: Coverage
    keyResults:
      - id: KR1
        title: more endpoints
        kind: sum
        goal: 30
`;

function planOf(more: string, replaced: readonly [string, string] = ["", ""]) {
  return parsePlan("v1.20.yaml", `${head}${more}`.replace(...replaced));
}

/** The problems that a check throws, as the command prints them. */
function problemsOf(check: () => void): readonly string[] {
  try {
    check();
  } catch (error) {
    if (!(error instanceof PlanError)) throw error;
    return error.problems.map(({ message, at, excerpt = "", hint = "" }) =>
      [`${at?.line}:${at?.column} ${message}`, excerpt.split("\n")[0]?.trim(), hint].join(" / "),
    );
  }
  return [];
}

describe("a plan with sections", () => {
  it("may name those that there are", () => {
    expect(
      problemsOf(() => checkPlan(planOf("sections:\n  - kind: narrative\n    text: a\n"))),
    ).toEqual([]);
  });

  it("may not name others", () => {
    const plan = planOf("sections:\n  - kind: narative\n");
    expect(problemsOf(() => checkPlan(plan))).toEqual([
      '10:11 kind: "narative" is not known / 10 |   - kind: narative / did you mean narrative?',
    ]);
  });
});

describe("ids", () => {
  it.each(["release", "coverage", "jobs", "changes", "items"])("%s is taken", (id) => {
    const [problem, ...others] = problemsOf(() => checkPlan(planOf("", ["KR1", id])));
    expect(others).toEqual([]);
    expect(problem).toContain(`5:9 id: "${id}" is what the names of other numbers begin with`);
  });

  it("that only begin so are free", () => {
    expect(problemsOf(() => checkPlan(planOf("", ["KR1", "coverage2"])))).toEqual([]);
  });
});

describe("placeholders", () => {
  const assessmentOf = (text: string) => {
    const snapshot = aSnapshot();
    const plan = planOf(`intro: "${text}"\n`);
    return assess({ plan, snapshot, asOf: snapshot.asOf });
  };

  it("that some facts could fill are free", () => {
    expect(problemsOf(() => checkPlaceholders(assessmentOf("{{coverage.1.20.percent}}")))).toEqual(
      [],
    );
  });

  it("that none could are told with their place, all at once", () => {
    const text = "{{KR1.writen}} {{}}";
    expect(problemsOf(() => checkPlaceholders(assessmentOf(text)))).toEqual([
      `9:9 {{KR1.writen}} names no number / 9 | intro: "${text}" / did you mean KR1.written?`,
      expect.stringMatching(
        /^9:24 an empty placeholder \/ .* \/ there are \d+ numbers; report\.json/,
      ),
    ]);
  });

  it("get the name that is nearest, if one is near", () => {
    expect(nearestNumber(assessmentOf("a"), "KR1.goals")).toBe("did you mean KR1.goal?");
    expect(nearestNumber(assessmentOf("a"), "something else")).toMatch(/^there are \d+ numbers/);
  });
});
