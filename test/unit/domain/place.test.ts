import { expect, test } from "vitest";
import { placeInProse, type Prose } from "../../../src/domain/place.ts";

const at = { file: "plan.yaml", line: 5, column: 8 };

function check(prose: Omit<Prose, "at">, word: string, expected: readonly [number, number]) {
  const { line, column } = placeInProse({ at, ...prose }, prose.text.indexOf(word));
  expect([line, column]).toEqual(expected);
}

test("on the first line it counts from the place of the text", () => {
  check({ text: "one two\nthree", indent: 3 }, "two", [5, 12]);
});

test("on later lines from the indent", () => {
  check({ text: "one\n\n  two three", indent: 3 }, "three", [7, 9]);
});

test("where lines were folded from where each began", () => {
  const folds = [
    { offset: 0, line: 5, column: 8 },
    { offset: 4, line: 7, column: 2 },
  ];
  check({ text: "one two three", indent: 8, folds }, "one", [5, 8]);
  check({ text: "one two three", indent: 8, folds }, "three", [7, 6]);
});
