import { expect, test } from "vitest";
import type { Block, Column, Deck, Inline, Row } from "../../../src/domain/deck.ts";
import { renderPlainText } from "../../../src/render/plain-text.ts";
import { aDeck, aSlide, aText, aTitleSlide } from "../../builders/deck.ts";

function check(deck: Deck, ...expected: readonly string[]): void {
  expect(renderPlainText(deck)).toBe(`${expected.join("\n\n")}\n`);
}

function checkBlocks(blocks: readonly Block[], ...expected: readonly string[]): void {
  check(aDeck({ slides: [aTitleSlide({ blocks })] }), "v1.20\n═════", ...expected);
}

const link = (text: string, url: string): Inline => ({ kind: "link", text, url });
const number = (text: string, url: string): Inline => ({ kind: "number", name: "n", text, url });
const paragraph = (...inlines: readonly Inline[]): Block => ({ kind: "paragraph", inlines });

test("titles are underlined, and what a section belongs to is said once", () => {
  const slides = [aTitleSlide(), aSlide({ kicker: "KR1" }), aSlide({ kicker: "KR1" })];
  check(aDeck({ slides }), "v1.20\n═════", "Items\n─────", "KR1", "Items\n─────");
  check(
    aDeck({ title: "T", slides: [aSlide({ part: { number: 2, of: 3 } })] }),
    "T\n═",
    "Items (2/3)\n───────────",
  );
  check(aDeck({ title: " ", slides: [] }), "(untitled)\n══════════");
});

test("addresses are listed at the end, each once, and stand whole", () => {
  const long = `https://a.test/${"long/".repeat(20)}`;
  checkBlocks(
    [
      {
        kind: "list",
        items: [{ inlines: [link("a", "https://a.test/"), aText(", "), link("b", long)] }],
      },
      {
        kind: "list",
        items: [{ inlines: [number("1", long), aText(" of "), number("2", long), aText(" done")] }],
      },
      { kind: "list", items: [{ inlines: [link("a", long), aText(" "), number("3", long)] }] },
    ],
    "• a [1], b [2]",
    "• 1 of 2 done [2]",
    "• a [2] 3",
    "Links\n─────",
    `[1] https://a.test/\n[2] ${long}`,
  );
});

test("a link says where it leads if its words say otherwise, and nothing leads where nobody may be sent", () => {
  checkBlocks(
    [
      paragraph(
        link("prow.k8s.io", "https://a.test/"),
        aText(" "),
        link("x", "javascript:alert(1)"),
      ),
    ],
    "prow.k8s.io (a.test) [1] x",
    "Links\n─────",
    "[1] https://a.test/",
  );
});

test("prose keeps its words and its lists, not its marks", () => {
  checkBlocks(
    [{ kind: "prose", markdown: "**Bold** and `code`:\n\n1. one\n2. two\n   - in it\n\n> quoted" }],
    "Bold and code:",
    "1. one\n2. two\n   • in it",
    "quoted",
  );
});

test("figures, alerts and charts", () => {
  checkBlocks(
    [
      {
        kind: "figures",
        figures: [
          { label: "Goal", value: [aText("30")] },
          { label: "Stretch goal", value: [aText("40")], note: [aText("set by hand")] },
        ],
      },
      { kind: "callout", tone: "bad", inlines: [aText("off track")] },
      {
        kind: "chart",
        description: "19 of 30.",
        chart: { kind: "progress", title: "t", unit: "u", segments: [], marks: [] },
      },
    ],
    "Goal          30\nStretch goal  40: set by hand",
    "Attention: off track",
    "19 of 30.",
  );
});

const columns: readonly Column[] = [
  { title: "Item", align: "start" },
  { title: "Adds", align: "end" },
  { title: "Why, and what it waits for", align: "start" },
];

function table(...rows: readonly Row[]): Block {
  return { kind: "table", columns, rows };
}

const row = (...cells: readonly (readonly Inline[])[]): Row => ({ cells });

test("a table that fits stands in columns", () => {
  checkBlocks(
    [
      table(row([aText("一致")], [number("7", "https://a.test/")], [aText("open")]), {
        role: "total",
        cells: [[aText("Sum")], [aText("12")], []],
      }),
    ],
    [
      "Item  Adds  Why, and what it waits for",
      "──────────────────────────────────────",
      "一致     7  open",
      "──────────────────────────────────────",
      "Sum     12",
      "Sources: [1]",
    ].join("\n"),
    "Links\n─────",
    "[1] https://a.test/",
  );
});

test("one that does not is a list", () => {
  const long = "word ".repeat(14).trim();
  checkBlocks(
    [
      table(
        { role: "heading", cells: [[aText("Group")], [], []] },
        row([link("a", "https://a.test/")], [number("7", "https://a.test/")], [aText(long)]),
        { role: "total", cells: [[aText("Sum")], [aText("7")], [aText("endpoints")]] },
      ),
    ],
    [
      "Group",
      "• a [1]",
      "    Adds                  7",
      "    Why, and what it      word word word word word word word word word",
      "    waits for             word word word word word",
      "Sum: 7; endpoints",
    ].join("\n"),
    "Links\n─────",
    "[1] https://a.test/",
  );
});
