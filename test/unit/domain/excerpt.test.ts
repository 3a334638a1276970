import { expect, test } from "vitest";
import { excerpt, visible } from "../../../src/domain/excerpt.ts";

function check(line: string, mark: { column: number; length: number }, expected: string) {
  const at = { file: "plan.yaml", line: 12, column: mark.column };
  expect(excerpt(line, at, mark.length)).toBe(expected);
}

test("a caret under every marked character", () => {
  check("goal: thirty", { column: 7, length: 6 }, "  12 | goal: thirty\n     |       ^^^^^^");
});

test("one caret at least, none behind the line", () => {
  check("goal:", { column: 6, length: 0 }, "  12 | goal:\n     |      ^");
  check("goal: x", { column: 7, length: 80 }, "  12 | goal: x\n     |       ^");
});

test("a long line is cut to the part around the mark", () => {
  const [shown, carets] = excerpt(
    `${"a".repeat(300)}b${"a".repeat(300)}`,
    { file: "plan.yaml", line: 1, column: 301 },
    1,
  ).split("\n");
  expect(shown?.length).toBe("  1 | ".length + 100);
  expect(shown?.indexOf("b")).toBe(carets?.indexOf("^"));
});

test("nothing in it steers a terminal or turns the text around", () => {
  check("\t\u001B[31mred\u202E", { column: 2, length: 1 }, "  12 | ··[31mred·\n     |  ^");
  expect(visible("a\u2028b\u200Bc\u0007é中🏷️")).toBe("a·b·c·é中🏷️");
});

test("a token that somebody put into a plan is not shown", () => {
  const token = `ghp_${"0123456789".repeat(4)}`;
  expect(visible(`token: ${token}, ghp_short`)).toBe(`token: ${"·".repeat(44)}, ghp_short`);
});
