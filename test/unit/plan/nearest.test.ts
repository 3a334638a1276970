import { expect, test } from "vitest";
import { nearest } from "../../../src/plan/nearest.ts";

const known = ["goal", "stretch", "keyResults", "note", "title"];

test.each([
  ["gaol", "goal"],
  ["Goal", "goal"],
  ["goals", "goal"],
  ["strech", "stretch"],
  ["key_results", "keyResults"],
  ["titel", "title"],
  ["color", undefined],
  ["", undefined],
  ["x".repeat(100_000), undefined],
])("%s", (word, expected) => {
  expect(nearest(word, known)).toBe(expected);
});

test("the nearer of two, the earlier of two that are equally near", () => {
  expect(nearest("note", ["notes", "note"])).toBe("note");
  expect(nearest("notx", ["notes", "nots", "note"])).toBe("nots");
});
