import fc from "fast-check";
import { expect, test } from "vitest";
import type { Block } from "../../../src/domain/deck.ts";
import { proseBlocks } from "../../../src/render/prose.ts";

function check(markdown: string, expected: readonly Block[]): void {
  expect(proseBlocks(markdown)).toEqual(expected);
}

const text = (value: string) => ({ kind: "text", text: value }) as const;
const paragraph = (value: string): Block => ({ kind: "paragraph", inlines: [text(value)] });

test("paragraphs, headings, emphasis, code and links", () => {
  check("# On *target*\n\nwith **19** of `KR1`, see [it](https://example.org/a)", [
    { kind: "heading", inlines: [text("On target")] },
    {
      kind: "paragraph",
      inlines: [
        text("with "),
        { kind: "strong", text: "19" },
        text(" of "),
        { kind: "code", text: "KR1" },
        text(", see "),
        { kind: "link", text: "it", url: "https://example.org/a" },
      ],
    },
  ]);
});

test("lists, numbered lists, nested lists and boxes", () => {
  check("- a\n  - b\n- [x] c", [
    {
      kind: "list",
      items: [
        { inlines: [text("a")], items: [{ inlines: [text("b")] }] },
        { inlines: [text("☑ c")] },
      ],
    },
  ]);
  check("3. c\n4. d", [
    { kind: "list", first: 3, items: [{ inlines: [text("c")] }, { inlines: [text("d")] }] },
  ]);
});

test("tables", () => {
  check("| a | b |\n|---|--:|\n| 1 | **2** |", [
    {
      kind: "table",
      columns: [
        { title: "a", align: "start" },
        { title: "b", align: "end" },
      ],
      rows: [{ cells: [[text("1")], [{ kind: "strong", text: "2" }]] }],
    },
  ]);
});

test("tags are text, images are links, and links lead only where they may", () => {
  check("a <b>b</b> <!-- c -->", [paragraph("a <b>b</b> <!-- c -->")]);
  check("<script>alert(1)</script>", [paragraph("<script>alert(1)</script>")]);
  check("![chart](https://example.org/a.png)", [
    {
      kind: "paragraph",
      inlines: [{ kind: "link", text: "chart", url: "https://example.org/a.png" }],
    },
  ]);
  check("[x](javascript:alert) ![y](data:a)", [paragraph("x (javascript:alert) y (data:a)")]);
  check("[x](http://example.org) [y](/z)", [paragraph("x (http://example.org) y (/z)")]);
});

test("references to characters are read once", () => {
  check("&amp;lt; &#64;a &#x41; &nope; &#0;", [paragraph("&lt; @a A &nope; \ufffd")]);
});

test("what is endless is cut and what is deep is read as text", () => {
  const long = proseBlocks("word ".repeat(3000));
  expect(long.at(-1)).toEqual(paragraph("(5000 more characters are not shown)"));
  for (const bomb of [">", "- ", "1. ", "> - ", "**", "_a", "[", "![", "`", "<b>", "|a", "&"]) {
    expect(proseBlocks(bomb.repeat(50_000)).length).toBeGreaterThan(0);
  }
  const deep = Array.from({ length: 40 }, (_, depth) => `${"  ".repeat(depth)}- x${depth}`);
  expect(JSON.stringify(proseBlocks(deep.join("\n")))).toContain("x39");
});

test("no text makes it throw", () => {
  const marks = fc.string({ unit: fc.constantFrom(..."*_~`[]()!<>#|-:\n\\&;= a1") });
  fc.assert(
    fc.property(fc.oneof(fc.string(), marks), (markdown) => {
      expect(Array.isArray(proseBlocks(markdown))).toBe(true);
    }),
  );
});
