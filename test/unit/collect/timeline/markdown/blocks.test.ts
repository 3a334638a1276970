/** Markdown as release teams damage it. */
import { expect, it } from "vitest";
import { readBlocks } from "../../../../../src/collect/timeline/markdown/blocks.ts";
import { plainText } from "../../../../../src/collect/timeline/markdown/inline.ts";

/** Each block in a line: its kind, its line, and what it says. */
function check(lines: readonly string[], expected: readonly string[]): void {
  const found = readBlocks(lines.join("\n")).map((block) => {
    const said =
      block.kind === "table"
        ? block.rows.map(({ cells, line }) => `${line}: ${cells.join(" | ")}`).join("\n")
        : plainText(block.text);
    const depth =
      block.kind === "heading" ? block.level : block.kind === "item" ? block.indent : "";
    return `${block.kind}${depth} ${block.line} ${said}`;
  });
  expect(found).toEqual(expected);
}

it("reads headings without a blank, with an underline, and no others", () => {
  check(
    ["###Mar 21 - Mar 25", "# 1.5 #", "Timeline", "--------", "Title", "===", "####### seven"],
    [
      "heading3 1 Mar 21 - Mar 25",
      "heading1 2 1.5 #",
      "heading2 3 Timeline",
      "heading1 5 Title",
      "paragraph 7 ####### seven",
    ],
  );
});

it("leaves out what is not text of the calendar", () => {
  check(
    [
      "---",
      'title: "Kubernetes 1.20"',
      "---",
      "<!-- - Nov 5: hidden -->",
      "<!--",
      "- Nov 5: hidden",
      "-->",
      "```",
      "- Nov 5: code",
      "```",
      "> [!NOTE]",
      "> Thursday, Oct 16 is an example",
      "[Code Freeze]: ../release_phases.md",
      "* * *",
      "text",
    ],
    ["paragraph 15 text"],
  );
});

it("reads bullets, boxes and what hangs below them, over several lines", () => {
  check(
    ["- [x] **Monday**", "    - [ ] deep", "\t* tab", "+ first", "  second", "1. one", "lazy"],
    ["item0 1 Monday", "item4 2 deep", "item4 3 tab", "item0 4 first second", "item0 6 one lazy"],
  );
});

it("reads rows that are ragged, not closed, or go on behind an empty line", () => {
  check(
    [
      "| **What** | **Who** |",
      "|---|",
      "| a | b | c | d",
      "|| x",
      "",
      "| e \\| f | g |",
      "",
      "What | When",
      "--- | :-:",
      "h | i",
    ],
    [
      "table 1 1: **What** | **Who**\n2: ---\n3: a | b | c | d\n4:  | x\n6: e \\| f | g",
      "table 8 8: What | When\n9: --- | :-:\n10: h | i",
    ],
  );
});

it("reads an HTML table with its lines", () => {
  check(
    [
      "<table>",
      " <tr><td>What</td>",
      " <td>JAN</td></tr>",
      " <tr>",
      "  <th><b>Start</b></th><td>2",
      "</td></tr>",
      "</table>",
      "after",
    ],
    ["table 1 2: What | JAN\n4: <b>Start</b> | 2", "paragraph 8 after"],
  );
});

it.each([
  ["[a](https://x)(https://y) b", "a b"],
  ["[Enhancements Freeze][Enhancements Freeze**", "Enhancements Freeze"],
  ["**Call for [Exceptions][Exception]**", "Call for Exceptions"],
  ["<del>25</del> moved to **27**", "~~25~~ moved to 27"],
  ["a&nbsp;&amp;  `b`<br>c", "a & b c"],
  ["![logo](x.png) text", "logo text"],
])("shows %s as a reader sees it", (markdown, plain) => {
  expect(plainText(markdown)).toBe(plain);
});
