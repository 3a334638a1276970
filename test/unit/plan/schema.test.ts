import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { planJsonSchema } from "../../../scripts/schema.ts";

test("the shipped JSON Schema is the one that the definitions give: run node scripts/schema.ts", () => {
  expect(readFileSync("schema/plan.schema.json", "utf8")).toBe(planJsonSchema());
});
