import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { snapshotJsonSchema } from "../../../src/archive/schema.ts";

test("the JSON Schema that is shipped is that of the code", () => {
  const file = new URL("../../../schema/snapshot.schema.json", import.meta.url);
  const expected = `${JSON.stringify(snapshotJsonSchema(), null, 2)}\n`;
  expect(readFileSync(file, "utf8")).toBe(expected);
});
