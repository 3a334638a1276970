import { expect, test } from "vitest";
import { codeMarkdown, fencedCode } from "../../../../src/render/markdown/code.ts";

function check(text: string, language: string | undefined, expected: string): void {
  expect(fencedCode(text, language)).toBe(expected);
}

test("code keeps its columns and loses what is invisible", () => {
  check("a  = 1\n\tb\u00a0= 2\u202e\n", "js", "```js\na  = 1\n    b = 2\n```");
});

test("the fence is longer than any in it", () => {
  check("```\n````\n", undefined, "`````\n```\n````\n`````");
});

test("the language is one plain word, and not one that GitHub draws", () => {
  check("x", "c++ title", "```c++\nx\n```");
  check("x", "<b>", "```\nx\n```");
  check("x", "Mermaid", "```\nx\n```");
});

test("a code span is one line between marks that its text does not hold", () => {
  expect(codeMarkdown("a\nb")).toBe("`a b`");
  expect(codeMarkdown("`a`")).toBe("`` `a` ``");
  expect(codeMarkdown(" ")).toBe("");
});
