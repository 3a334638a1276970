/** Laws of the archive: what is written is read again, and damage is told, never a crash. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { findJsonBreak } from "../../src/archive/json-break.ts";
import { formatSnapshot, parseSnapshot } from "../../src/archive/parse-snapshot.ts";
import { PlanError } from "../../src/domain/errors.ts";
import { anySnapshot } from "../builders/any-snapshot.ts";

/** Text from anywhere is a whole snapshot or a PlanError that names the file and says what to do. */
function check(text: string): void {
  expect(outcomeOf(text)).toMatch(/^(whole|PlanError: s\.json (is|has) .+; .+)$/);
}

function outcomeOf(text: string): string {
  try {
    const snapshot = parseSnapshot("s.json", text);
    const again = formatSnapshot(parseSnapshot("s.json", formatSnapshot(snapshot)));
    return again === formatSnapshot(snapshot) ? "whole" : "differs";
  } catch (error) {
    return error instanceof PlanError ? `${String(error)}; ${error.hint}` : String(error);
  }
}

test("what is written is read again, and written again the same", () => {
  fc.assert(
    fc.property(anySnapshot, (snapshot) => {
      const text = formatSnapshot(snapshot);
      expect(parseSnapshot("s.json", text)).toEqual(snapshot);
      expect(formatSnapshot(parseSnapshot("s.json", text))).toBe(text);
    }),
  );
});

test("the order of keys does not matter", () => {
  const reversed = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(reversed);
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(
      Object.entries(value)
        .toReversed()
        .map(([key, inner]) => [key, reversed(inner)]),
    );
  };
  fc.assert(
    fc.property(anySnapshot, (snapshot) => {
      const other = parseSnapshot("s.json", JSON.stringify(reversed(snapshot)));
      expect(formatSnapshot(other)).toBe(formatSnapshot(snapshot));
    }),
  );
});

test("a cut text is damaged, a flipped byte is told or harmless", () => {
  const bytes = anySnapshot.map((snapshot) => new TextEncoder().encode(formatSnapshot(snapshot)));
  fc.assert(
    fc.property(bytes, fc.nat(), fc.integer({ min: 1, max: 255 }), (whole, at, flip) => {
      const place = at % (whole.length - 2);
      const decoder = new TextDecoder();
      expect(() => parseSnapshot("s.json", decoder.decode(whole.subarray(0, place)))).toThrow(
        "s.json is damaged",
      );
      check(decoder.decode(whole.with(place, (whole[place] ?? 0) ^ flip)));
    }),
    { numRuns: 300 },
  );
});

test("any other JSON is told", () => {
  fc.assert(fc.property(fc.json(), (text) => check(text)));
  fc.assert(
    fc.property(anySnapshot, fc.jsonValue(), fc.nat(), (snapshot, value, at) => {
      const keys = Object.keys(snapshot);
      const key = keys[at % keys.length] ?? "";
      check(JSON.stringify({ ...snapshot, [key]: value }));
    }),
  );
});

test("JSON breaks exactly where JSON.parse refuses it", () => {
  const pieces = [
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    '"a"',
    '"\\u00e9"',
    '"\\x"',
    "1",
    "-0.5e+3",
    "01",
    "true",
    "nul",
    " ",
    "\n",
  ];
  const text = fc.oneof(
    fc.array(fc.constantFrom(...pieces), { maxLength: 12 }).map((all) => all.join("")),
    fc.json().map((json) => json),
    fc.string(),
  );
  fc.assert(
    fc.property(text, (json) => {
      expect(findJsonBreak(json) === undefined).toBe(isJson(json));
    }),
    { numRuns: 2000 },
  );
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
