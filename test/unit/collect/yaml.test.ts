import { existsSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readYaml } from "../../../src/collect/yaml.ts";
import { SourceError } from "../../../src/domain/errors.ts";

function check(text: string, expected: unknown): void {
  expect(readYaml(text, "a.yaml")).toEqual(expected);
}

function checkRefused(text: string, at: string): void {
  expect(() => readYaml(text, "a.yaml")).toThrow(
    expect.objectContaining({
      name: "SourceError",
      code: "malformed",
      message: expect.stringMatching(new RegExp(`^a\\.yaml:${at}: .+$`)),
    }),
  );
}

/** Whether it is read; throws what is neither a value nor a SourceError. */
function isRead(text: string): boolean {
  try {
    readYaml(text, "a.yaml");
    return true;
  } catch (error) {
    if (error instanceof SourceError) return false;
    throw error;
  }
}

describe("YAML of others", () => {
  it.each(["1.20", "16:30", "no", "null", "2020-06-12", "0o7", ".nan", "1254406011708510210", "~"])(
    "keeps %s as it is written",
    (text) => check(`a: ${text}\n`, { a: text }),
  );

  it("is made of maps, lists and texts; what is left out is an empty text", () => {
    check("a:\n  - b: c\n  -\nd:\n", { a: [{ b: "c" }, ""], d: "" });
    check("", "");
    check("# nothing\n", "");
    check('"1": "x\\ny"\n', { "1": "x\ny" });
  });

  it("never changes what objects are", () => {
    const read = readYaml("__proto__:\n  polluted: 1\nconstructor: 2\n", "a.yaml");
    expect(Object.keys(read as object)).toEqual(["__proto__", "constructor"]);
    expect("polluted" in {}).toBe(false);
  });

  it.each([
    ["a: [\n", "2:1"],
    ["a: b: c\n", "1:4"],
    ["a: 1\nb: 2\na: 3\n", "3:1"],
    ["a: &x 1\nb: *x\n", "2:4"],
    ["a: !!js/function x\n", "1:4"],
    ["a: !mine {b: 1}\n", "1:4"],
    ["a: 1\n---\nb: 2\n", "2:1"],
    ["[a]: 1\n", "1:1"],
    ['- "a",\n- b\n', "1:6"],
    ["a:\n\t- b\n", "2:1"],
  ])("%j is refused at %s", (text, at) => checkRefused(text, at));

  it("is refused where it is nested too deep, in no time", () => {
    checkRefused("[".repeat(100_000), String.raw`1:\d+`);
    checkRefused("- ".repeat(100_000), String.raw`1:\d+`);
  });

  it("is read or refused, whatever it is", () => {
    const piece = fc.constantFrom(
      "a",
      ":",
      " ",
      "\n",
      "- ",
      "[",
      "]",
      "{",
      "}",
      '"',
      "'",
      "|",
      "&",
      "*",
      "!",
      "#",
      "%",
      "? ",
    );
    const text = fc.oneof(
      fc.string(),
      fc.array(piece).map((pieces) => pieces.join("")),
    );
    fc.assert(
      fc.property(text, (yaml) => {
        expect(isRead(yaml)).toBeTypeOf("boolean");
      }),
    );
  });
});

const hostile = new URL("../../../../shared/corpus/hostile/yaml.json", import.meta.url);

it.skipIf(!existsSync(hostile))("hostile YAML is read or refused", () => {
  const texts = JSON.parse(readFileSync(hostile, "utf8")) as readonly string[];
  expect(texts.length).toBeGreaterThan(30);
  expect(texts.filter(isRead).length).toBeLessThan(texts.length);
  expect("polluted" in {}).toBe(false);
});
