/** Every report.json is what its published schema says. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { renderReport } from "../../src/render/report.ts";
import { assessedExample } from "../builders/example.ts";

const root = join(import.meta.dirname, "..", "..");
const text = readFileSync(join(root, "schema", "report.schema.json"), "utf8");
const schema = z.fromJSONSchema(JSON.parse(text) as z.core.JSONSchema.JSONSchema);

async function reportOf(day: string): Promise<Record<string, unknown>> {
  return JSON.parse(renderReport(await assessedExample(day))) as Record<string, unknown>;
}

describe("report.json", () => {
  test.each(["2020-09-25", "2020-10-22", "2020-11-23"])("as of %s", async (day) => {
    expect(schema.safeParse(await reportOf(day)).error?.issues).toBeUndefined();
  });

  test("is refused without its numbers, or with one that has no formula", async () => {
    const { numbers, ...rest } = await reportOf("2020-10-22");
    const bare = { ...(numbers as object), "KR1.goal": { value: 30 } };
    expect(schema.safeParse(rest).success).toBe(false);
    expect(schema.safeParse({ ...rest, numbers: bare }).success).toBe(false);
  });
});
