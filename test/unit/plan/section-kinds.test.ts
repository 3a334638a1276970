import { expect, test } from "vitest";
import { formatProblems } from "../../../src/cli/problems.ts";
import { PlanError } from "../../../src/domain/errors.ts";
import { parsePlan } from "../../../src/plan/parse-plan.ts";
import { checkSectionKinds } from "../../../src/plan/section-kinds.ts";

const plan = parsePlan(
  "plan.yaml",
  'release: "1.20"\nobjectives: []\nsections:\n  - kind: narative\n    title: Conclusion\n  - kind: risks\n',
);

test("sections that exist pass", () => {
  expect(() => checkSectionKinds(plan, ["narative", "risks"])).not.toThrow();
});

test("all that do not exist are named, each with its place", () => {
  const problems = () => {
    try {
      checkSectionKinds(plan, ["narrative", "timeline"]);
    } catch (error) {
      return error instanceof PlanError ? formatProblems(error) : error;
    }
    return undefined;
  };
  expect(problems()).toBe(`plan.yaml:4:11 kind: "narative" is not known
  4 |   - kind: narative
    |           ^^^^^^^^
  did you mean narrative?

plan.yaml:6:11 kind: "risks" is not known
  6 |   - kind: risks
    |           ^^^^^
  it may be narrative or timeline`);
});
