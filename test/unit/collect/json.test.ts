import { describe, expect, it } from "vitest";
import { z } from "zod";
import { parseJson } from "../../../src/collect/json.ts";

const schema = z.object({ list: z.array(z.object({ count: z.number() })) });

describe("JSON of others", () => {
  it("is read by its schema", () => {
    expect(parseJson('{"list":[{"count":1,"more":2}]}', "a", schema)).toEqual({
      list: [{ count: 1 }],
    });
  });

  it.each([
    ["", "https://example.org is empty"],
    ["\n", "https://example.org is empty"],
    ["Dashboard x not found", "https://example.org holds no JSON"],
    ['{"list":', "https://example.org holds no JSON"],
    ['{"list":[{"count":NaN}]}', "https://example.org holds no JSON"],
    [
      '{"list":[{"count":"<script>"}]}',
      "https://example.org is not in the form that is expected: list[0].count: Invalid input: expected number, received string",
    ],
  ])("%j is refused, and not repeated", (text, message) => {
    expect(() => parseJson(text, "https://example.org", schema)).toThrow(
      expect.objectContaining({ code: "malformed", message }),
    );
  });
});
