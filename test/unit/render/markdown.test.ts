import { expect, test } from "vitest";
import type { Block, Deck, Inline } from "../../../src/domain/deck.ts";
import { renderMarkdown } from "../../../src/render/markdown.ts";
import { aDeck, aSlide, aText, aTitleSlide } from "../../builders/deck.ts";

/** In `expected`, `¦` stands for the seam. */
function check(deck: Deck, expected: string): void {
  expect(renderMarkdown(deck).replaceAll("\u200b", "¦")).toBe(expected);
}

function checkBlocks(blocks: readonly Block[], expected: string): void {
  check(aDeck({ slides: [aTitleSlide({ blocks })] }), `# v1.20\n\n${expected}\n`);
}

test("the title slide is the title, every other slide a section", () => {
  const slides = [aTitleSlide(), aSlide(), aSlide({ layout: "title", title: [aText("Part 2")] })];
  check(aDeck({ slides }), "# v1.20\n\n## Items\n\n## Part 2\n");
});

test("a deck without a title slide still has its title", () => {
  check(aDeck({ slides: [aSlide()] }), "# v1.20\n\n## Items\n");
  check(aDeck({ slides: [] }), "# v1.20\n");
});

test("what a section belongs to is said where it changes", () => {
  const slides = [aSlide({ kicker: "KR1" }), aSlide({ kicker: "KR1" }), aSlide({ kicker: "KR2" })];
  check(aDeck({ slides }), "# v1.20\n\n## Items\n\n*KR1*\n\n## Items\n\n## Items\n\n*KR2*\n");
});

test("what a section's title says already is not said again", () => {
  const slide = aSlide({ kicker: "CI jobs", title: [aText("CI jobs: 1 failing")] });
  check(aDeck({ slides: [aTitleSlide(), slide] }), "# v1.20\n\n## CI jobs: 1 failing\n");
});

test("a slide that was split says which part it is", () => {
  check(aDeck({ slides: [aSlide({ part: { number: 2, of: 3 } })] }), "# v1.20\n\n## Items (2/3)\n");
});

test("the footer stands once, at the end", () => {
  check(aDeck({ footer: "as of today" }), "# v1.20\n\n---\n\nas of today\n");
});

test("the sources of numbers are listed once each, at the very end", () => {
  const number = (text: string, url: string): Inline => ({ kind: "number", name: "n", text, url });
  const inlines = [
    number("1", "https://a.test/(x)"),
    aText(" [1] "),
    number("2", "https://b.test"),
    number("3", "https://a.test/(x)"),
  ];
  check(
    aDeck({ footer: "f", slides: [aTitleSlide({ blocks: [{ kind: "paragraph", inlines }] })] }),
    [
      "# v1.20",
      "[1][¦1] &#91;1\\] [2][¦2]¦[3][¦1]",
      "---",
      "f",
      "[¦1]: https://a.test/%28x%29\n[¦2]: https://b.test/\n",
    ].join("\n\n"),
  );
});

test("a title is never blank", () => {
  check(aDeck({ slides: [aTitleSlide({ title: [aText("\u200b")] })] }), "# (untitled)\n");
  check(aDeck({ title: " ", slides: [] }), "# (untitled)\n");
});

test("blank blocks leave no gap", () => {
  const blank = [aText(" ")];
  checkBlocks(
    [
      { kind: "paragraph", inlines: blank },
      { kind: "heading", inlines: blank },
      { kind: "callout", tone: "info", inlines: blank },
      { kind: "prose", markdown: "" },
      { kind: "list", items: [] },
      { kind: "paragraph", inlines: [aText("- a")] },
    ],
    "\\- a",
  );
});

test("lists nest, and two lists in a row stay two", () => {
  const inner = { inlines: [aText("1. b")] };
  checkBlocks(
    [
      { kind: "list", items: [{ inlines: [aText("a")], items: [inner] }] },
      { kind: "list", items: [{ inlines: [aText("c")] }] },
      { kind: "figures", figures: [{ label: "d", value: [aText("4")] }] },
      { kind: "prose", markdown: "- e" },
    ],
    "- a\n  - 1\\. b\n\n* c\n\n- d: **4**\n\n* e",
  );
});

test("cells hold bars, in text and in code, and total rows are bold", () => {
  checkBlocks(
    [
      {
        kind: "table",
        columns: [
          { title: "a|b", align: "start" },
          { title: "n", align: "end" },
        ],
        rows: [
          { cells: [[aText("c\\|d")], [{ kind: "code", text: "e|f\\|g" }]] },
          { role: "heading", cells: [[aText("Group")], []] },
          { role: "total", cells: [[{ kind: "strong", text: "Sum" }], [aText("7")]] },
        ],
      },
    ],
    [
      "| a\\|b | n |",
      "| :--- | ---: |",
      "| c\\\\\\|d | `e\\|f\\¦\\|g` |",
      "| **Group** |  |",
      "| **Sum** | **7** |",
    ].join("\n"),
  );
});

test("each tone of a callout has its alert", () => {
  const callout = (tone: "info" | "good" | "warning" | "bad"): Block => ({
    kind: "callout",
    tone,
    inlines: [aText("===")],
  });
  checkBlocks([callout("info")], "> [!NOTE]\n> \\===");
  checkBlocks([callout("good")], "> [!TIP]\n> \\===");
  checkBlocks([callout("warning")], "> [!WARNING]\n> \\===");
  checkBlocks([callout("bad")], "> [!CAUTION]\n> \\===");
});

test("figures read as a list", () => {
  checkBlocks(
    [
      {
        kind: "figures",
        figures: [
          { label: "Goal", value: [aText("30")], note: [aText("endpoints")] },
          { label: "days left", value: [{ kind: "strong", text: "21" }] },
        ],
      },
    ],
    "- Goal: **30** — endpoints\n- days left: **21**",
  );
});

test("a chart is lines of text; one with nothing in it its description", () => {
  const chart = { kind: "progress", title: "By stage", unit: "endpoints", marks: [] } as const;
  const segments = [{ standing: "@a `b`", value: 3 }];
  checkBlocks(
    [
      { kind: "chart", description: "3 of 30.", chart: { ...chart, segments } },
      { kind: "chart", description: "# 0 of 30.", chart: { ...chart, segments: [] } },
    ],
    `By stage, endpoints\n\n\`\`\`text\n@¦a \`b\`  ${"█".repeat(30)}  3\n\`\`\`\n\n\\# 0 of 30.`,
  );
});

test("the cover's short lines are one", () => {
  const paragraph = (text: string): Block => ({ kind: "paragraph", inlines: [aText(text)] });
  const blocks = ["As of today", " ", "Next: a freeze"].map(paragraph);
  checkBlocks(
    [{ kind: "prose", markdown: "An intro." }, ...blocks],
    "An intro.\n\nAs of today · Next: a freeze",
  );
  check(
    aDeck({ slides: [aTitleSlide(), aSlide({ blocks })] }),
    "# v1.20\n\n## Items\n\nAs of today\n\nNext: a freeze\n",
  );
});

test("nothing is bold in a heading, and headings stand below their slide's", () => {
  const strong: readonly Inline[] = [{ kind: "strong", text: "KR1" }, aText(" x")];
  const blocks: readonly Block[] = [{ kind: "heading", inlines: strong }];
  check(
    aDeck({ slides: [aTitleSlide({ blocks }), aSlide({ title: strong, blocks })] }),
    "# v1.20\n\n## KR1 x\n\n## KR1 x\n\n### KR1 x\n",
  );
});

test("what is for a second look is folded under its title", () => {
  const blocks: readonly Block[] = [{ kind: "paragraph", inlines: [aText("<b>")] }];
  const slide = aSlide({ isDetail: true, title: [aText("</summary> @a & *b*")], blocks });
  check(
    aDeck({ slides: [aTitleSlide(), { ...slide, kicker: "Data" }, aSlide()] }),
    [
      "# v1.20",
      "<details>\n<summary>Data: &lt;/summary&gt; @¦a &amp; *b*</summary>",
      "\\<b>",
      "</details>",
      "## Items\n",
    ].join("\n\n"),
  );
  check(aDeck({ slides: [aTitleSlide(), { ...slide, blocks: [] }] }), "# v1.20\n");
});

test("a long list shows its beginning", () => {
  const items = Array.from({ length: 13 }, (_, index) => ({ inlines: [aText(`a${index}`)] }));
  const lines = items.map((_, index) => `- a${index}`);
  checkBlocks(
    [{ kind: "list", items }],
    `${lines.slice(0, 12).join("\n")}\n\n<details>\n<summary>1 more</summary>\n\n- a12\n\n</details>`,
  );
});
