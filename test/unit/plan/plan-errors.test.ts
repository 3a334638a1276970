import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { formatProblems } from "../../../src/cli/problems.ts";
import { PlanError } from "../../../src/domain/errors.ts";
import { parsePlan } from "../../../src/plan/parse-plan.ts";

const folder = new URL("../../golden/plan-errors/", import.meta.url);
const files = readdirSync(folder).toSorted();

/** What a person reads about the plan in that file. */
function printed(name: string): string {
  const text = readFileSync(new URL(`${name}.yaml`, folder), "utf8");
  try {
    parsePlan("plan.yaml", text);
  } catch (error) {
    if (error instanceof PlanError) return `${error.message}\n\n${formatProblems(error)}\n`;
    throw error;
  }
  return "no problems\n";
}

describe("what people read about a plan with mistakes", () => {
  const names = files.filter((file) => file.endsWith(".yaml")).map((file) => file.slice(0, -5));

  test.each(names)("%s", async (name) => {
    await expect(printed(name)).toMatchFileSnapshot(`../../golden/plan-errors/${name}.txt`);
  });

  test("no expectation without its plan", () => {
    const expected = files.filter((file) => file.endsWith(".txt"));
    expect(expected.filter((file) => !names.includes(file.slice(0, -4)))).toEqual([]);
  });
});
