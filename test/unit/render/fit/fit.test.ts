import { expect, test } from "vitest";
import type { Block, Row, Slide } from "../../../../src/domain/deck.ts";
import { fit } from "../../../../src/render/fit/fit.ts";
import { inlineText } from "../../../../src/render/fit/text-runs.ts";
import { aDeck, aSlide, aText } from "../../../builders/deck.ts";

function fitted(blocks: readonly Block[], fields: Partial<Slide> = {}): readonly Slide[] {
  return fit(aDeck({ slides: [aSlide({ blocks, ...fields })] })).slides;
}

function list(count: number): Block {
  const items = Array.from({ length: count }, (_, at) => ({ inlines: [aText(`item ${at + 1}`)] }));
  return { kind: "list", items };
}

function row(text: string, role?: Row["role"]): Row {
  const cells = [[aText(text)], role === "heading" ? [] : [aText("x")]];
  return role === undefined ? { cells } : { cells, role };
}

function table(rows: readonly Row[]): Block {
  const columns = ["Item", "State"].map((title) => ({ title, align: "start" as const }));
  return { kind: "table", columns, rows };
}

/** First words of what stands on each page. */
function check(pages: readonly Slide[], expected: readonly (readonly string[])[]): void {
  expect(pages.map(({ blocks }) => blocks.flatMap(lines))).toEqual(expected);
}

function lines(block: Block): readonly string[] {
  switch (block.kind) {
    case "heading":
    case "paragraph":
      return [block.inlines.map(inlineText).join("")];
    case "list":
      return block.items.map(({ inlines }) => inlines.map(inlineText).join(""));
    case "table":
      return block.rows.map(({ cells: [first = []] }) => first.map(inlineText).join(""));
    case "callout":
    case "chart":
    case "figures":
    case "prose":
      return [block.kind];
    default:
      return block satisfies never;
  }
}

const names = (start: number, end: number) =>
  Array.from({ length: end - start + 1 }, (_, at) => `item ${start + at}`);

test("a slide that fits stays as it is", () => {
  const [only, ...others] = fitted([list(8)]);
  expect(others).toEqual([]);
  expect(only).toEqual(aSlide({ blocks: [list(8)] }));
});

test("a list is parted at an item, its heading is said again, the parts are even and numbered", () => {
  const heading: Block = { kind: "heading", inlines: [aText("Open")] };
  const pages = fitted([heading, list(14)]);
  check(pages, [
    ["Open", ...names(1, 7)],
    ["Open", ...names(8, 14)],
  ]);
  expect(pages.map(({ id, part }) => [id, part])).toEqual([
    ["items", { number: 1, of: 2 }],
    ["items-part-2", { number: 2, of: 2 }],
  ]);
});

test("numbered items keep their numbers", () => {
  const numbered = { ...list(14), first: 3 } as Block;
  const firsts = fitted([numbered]).map(
    ({ blocks: [block] }) => block?.kind === "list" && block.first,
  );
  expect(firsts).toEqual([3, 10]);
});

test("a table is parted at a row; the title of a group is said again and stands over a row", () => {
  const rows = [
    row("group 1", "heading"),
    ...names(1, 5).map((name) => row(name)),
    row("group 2", "heading"),
    ...names(6, 13).map((name) => row(name)),
  ];
  check(fitted([table(rows)]), [
    ["group 1", ...names(1, 5), "group 2", ...names(6, 6)],
    ["group 2", ...names(7, 13)],
  ]);
});

test("a total never stands alone", () => {
  const rows = (count: number) => [
    ...names(1, count).map((name) => row(name)),
    row("sum", "total"),
  ];
  for (let count = 2; count < 40; count += 1) {
    const last = fitted([table(rows(count))])
      .at(-1)
      ?.blocks.flatMap(lines);
    expect(last?.at(-1)).toBe("sum");
    expect(last?.length).toBeGreaterThan(1);
  }
});

test("a heading is never last on a page, wherever the page ends", () => {
  const heading: Block = { kind: "heading", inlines: [aText("next")] };
  for (let count = 1; count < 24; count += 1) {
    for (const { blocks } of fitted([list(count), heading, list(3)])) {
      expect(blocks.at(-1)?.kind).toBe("list");
    }
  }
});

test("a block that would be torn begins a new page where that costs none", () => {
  const text: Block = { kind: "paragraph", inlines: [aText("word ".repeat(90).trim())] };
  const pages = fitted([text, table(names(1, 8).map((name) => row(name)))]);
  expect(pages.map(({ blocks }) => blocks.map(({ kind }) => kind))).toEqual([
    ["paragraph"],
    ["table"],
  ]);
});

test("a long paragraph is parted without losing a word", () => {
  const words = Array.from({ length: 900 }, (_, at) => `word${at}`).join(" ");
  const pages = fitted([{ kind: "paragraph", inlines: [aText(words)] }]);
  expect(pages.length).toBeGreaterThan(1);
  expect(pages.flatMap(({ blocks }) => blocks.flatMap(lines)).join(" ")).toBe(words);
});

test("a long title ends in … and keeps the whole of it; the full text goes on", () => {
  const long = "W".repeat(10_000);
  const [page] = fitted([], { title: [aText(long)] });
  expect(page?.title.at(-1)).toEqual({ kind: "text", text: "…", full: long });
});

test("a cell, an item and a label that are too long are cut the same way", () => {
  const long = "w".repeat(10_000);
  const blocks: readonly Block[] = [
    table([row(long)]),
    { kind: "list", items: [{ inlines: [aText(long)] }] },
    { kind: "heading", inlines: [aText(long)] },
    { kind: "callout", tone: "info", inlines: [aText(long)] },
  ];
  for (const block of blocks) expect(JSON.stringify(fitted([block]))).toContain(`"full":"${long}"`);
});

test("more rows, items and columns than anybody reads are counted, not shown", () => {
  const rows = fitted([table(names(1, 1200).map((name) => row(name)))]);
  expect(rows.at(-1)?.blocks.flatMap(lines).at(-1)).toBe("200 more rows are not shown");
  expect(
    fitted([list(1010)])
      .at(-1)
      ?.blocks.flatMap(lines)
      .at(-1),
  ).toBe("10 more items are not shown");
  const columns = names(1, 20).map((title) => ({ title, align: "start" as const }));
  const wide = fitted([
    { kind: "table", columns, rows: [{ cells: columns.map(() => [aText("x")]) }] },
  ]);
  expect(wide.flatMap(({ blocks }) => blocks.flatMap(lines))).toEqual([
    "x",
    "4 more columns are not shown",
  ]);
});

test("a cover that runs over goes on as an ordinary slide", () => {
  const pages = fitted([list(20)], { layout: "title" });
  expect(pages.map(({ layout }) => layout)).toEqual(
    ["title", "content", "content"].slice(0, pages.length),
  );
  expect(pages.length).toBeGreaterThan(1);
});

test("a chart takes the room that is left", () => {
  const chart: Block = {
    kind: "chart",
    description: "",
    chart: {
      kind: "columns",
      title: "Endpoints",
      unit: "endpoints",
      series: [{ label: "tested", tone: "good" }],
      columns: [{ label: "1.20", values: [3], top: "3" }],
    },
  };
  const heights = [[chart], [chart, list(3)]].map((blocks) => {
    const [block] = fitted(blocks)[0]?.blocks ?? [];
    return block?.kind === "chart" ? (block.height ?? 0) : 0;
  });
  expect(heights[0]).toBeGreaterThan(heights[1] ?? 0);
});
