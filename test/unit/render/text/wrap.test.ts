import { expect, test } from "vitest";
import { wrap } from "../../../../src/render/text/wrap.ts";

function check(text: string, columns: number, expected: readonly string[], lead = ""): void {
  expect(wrap(text, { columns, lead })).toEqual(expected);
}

test("lines end between words", () => {
  check("", 10, [""]);
  check("one two three", 20, ["one two three"]);
  check("one two three", 7, ["one two", "three"]);
  check(" one  two ", 7, ["one two"]);
});

test("what stands before the first line sets the others in", () => {
  check("one two three", 9, ["• one two", "  three"], "• ");
  check("", 9, ["•"], "• ");
});

test("a word that is longer than a line is broken", () => {
  check("a abcdefghij b", 4, ["a ab", "cdef", "ghij", "b"]);
  check("一致性テスト", 5, ["一致", "性テ", "スト"]);
});

test("ideographs part anywhere, but not before what closes or after what opens", () => {
  check("a一致性 b", 5, ["a一致", "性 b"]);
  check("一致。性", 4, ["一", "致。", "性"]);
  check("一「致」性", 6, ["一", "「致」", "性"]);
});
