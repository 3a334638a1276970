import { expect, test } from "vitest";
import { formatProblems } from "../../../src/cli/problems.ts";
import { PlanError, type Problem } from "../../../src/domain/errors.ts";

function check(problems: readonly Problem[], expected: string) {
  expect(formatProblems(new PlanError("problems", { code: "plan", problems }))).toBe(expected);
}

test("place, message, excerpt and hint, each problem set off from the next", () => {
  const at = { file: "plan.yaml", line: 12, column: 9 };
  check(
    [
      { message: "goal: expected a number", at, excerpt: "  12 | x\n     | ^", hint: "write one" },
      { message: "2 more problems from here on", at },
    ],
    `plan.yaml:12:9 goal: expected a number
  12 | x
     | ^
  write one

plan.yaml:12:9 2 more problems from here on`,
  );
});

test("a problem without a place is its message", () => {
  check([{ message: "no snapshot" }], "no snapshot");
});

test("an error without problems has nothing to add", () => check([], ""));
