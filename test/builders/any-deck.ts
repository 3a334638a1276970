/** Any deck at all, with texts as they come: long, without spaces, in any script, hostile. */
import fc from "fast-check";
import type { Block, Deck, Inline, ListItem, Picture, Row, Slide } from "../../src/domain/deck.ts";
import { anyChart } from "./any-chart.ts";
import { anyText } from "./any-text.ts";

const url = fc.constantFrom("https://github.com/o/r/pull/1", "javascript:alert(1)", "", "x");

const anyInline: fc.Arbitrary<Inline> = fc.oneof(
  fc.record({ kind: fc.constant("text" as const), text: anyText }),
  fc.record({ kind: fc.constant("strong" as const), text: anyText }),
  fc.record({ kind: fc.constant("code" as const), text: anyText }),
  fc.record({ kind: fc.constant("link" as const), text: anyText, url }),
  fc.record({
    kind: fc.constant("number" as const),
    name: fc.constant("KR1.goal"),
    text: anyText,
    url,
  }),
  fc.record({
    kind: fc.constant("status" as const),
    word: anyText,
    tone: fc.constantFrom("good", "warning", "bad", "neutral", "progress"),
  }),
);

const anyInlines = fc.array(anyInline, { maxLength: 4 });

const { item } = fc.letrec<{ item: ListItem }>((tie) => ({
  item: fc.oneof(
    { maxDepth: 5, depthSize: "small" },
    fc.record({ inlines: anyInlines }),
    fc.record({ inlines: anyInlines, items: fc.array(tie("item"), { maxLength: 6 }) }),
  ),
}));

const anyTable: fc.Arbitrary<Block> = fc.integer({ min: 1, max: 8 }).chain((width) => {
  const cells = fc.array(anyInlines, { minLength: width, maxLength: width });
  const row: fc.Arbitrary<Row> = fc.oneof(
    fc.record({ cells }),
    fc.record({ cells, role: fc.constantFrom("normal", "total", "heading") }),
    fc.record({
      cells: cells.map((all) => all.map((cell, index) => (index === 0 ? cell : []))),
      role: fc.constant("heading" as const),
    }),
  );
  const column = fc.record(
    {
      title: anyText,
      align: fc.constantFrom("start", "end"),
      weight: fc.constantFrom(0.5, 1, 4),
    },
    { requiredKeys: ["title", "align"] },
  );
  return fc.record({
    kind: fc.constant("table" as const),
    columns: fc.array(column, { minLength: width, maxLength: width }),
    rows: fc.array(row, { maxLength: 12 }),
  });
});

export const anyBlock: fc.Arbitrary<Block> = fc.oneof(
  fc.record(
    {
      kind: fc.constant("paragraph" as const),
      inlines: anyInlines,
      size: fc.constantFrom("normal", "small"),
    },
    { requiredKeys: ["kind", "inlines"] },
  ),
  fc.record({ kind: fc.constant("heading" as const), inlines: anyInlines }),
  fc.record({ kind: fc.constant("list" as const), items: fc.array(item, { maxLength: 12 }) }),
  anyTable,
  fc.record({
    kind: fc.constant("figures" as const),
    figures: fc.array(
      fc.record(
        { label: anyText, value: anyInlines, note: anyInlines },
        { requiredKeys: ["label", "value"] },
      ),
      { maxLength: 9 },
    ),
  }),
  fc.record({
    kind: fc.constant("callout" as const),
    tone: fc.constantFrom("info", "good", "warning", "bad"),
    inlines: anyInlines,
  }),
  fc.record({ kind: fc.constant("chart" as const), chart: anyChart, description: anyText }),
  fc.record({ kind: fc.constant("prose" as const), markdown: anyText }),
);

const anySlide: fc.Arbitrary<Omit<Slide, "id">> = fc.record(
  {
    title: anyInlines,
    kicker: anyText,
    layout: fc.constantFrom("title", "content", "content", "content", "statement"),
    blocks: fc.array(anyBlock, { maxLength: 5 }),
  },
  { requiredKeys: ["title", "layout", "blocks"] },
);

/** Wide, high or neither, within what a plan may name; drawn of nothing. */
const anyLogo: fc.Arbitrary<Picture> = fc.record({
  mediaType: fc.constant("image/svg+xml"),
  base64: fc.constant(btoa('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"></svg>')),
  width: fc.integer({ min: 200, max: 4000 }),
  height: fc.integer({ min: 200, max: 4000 }),
});

export const anyDeck: fc.Arbitrary<Deck> = fc
  .record(
    {
      title: anyText,
      language: fc.constant("en"),
      release: fc.constant("1.20"),
      asOf: fc.constant("2020-10-22T08:00:00Z"),
      footer: anyText,
      theme: fc.constantFrom("default", "kubernetes"),
      logo: anyLogo,
      slides: fc.array(anySlide, { minLength: 1, maxLength: 6 }),
    },
    { requiredKeys: ["title", "language", "release", "asOf", "footer", "slides"] },
  )
  .map((deck) => ({
    ...deck,
    slides: deck.slides.map((slide, index) => ({ ...slide, id: `slide-${index + 1}` })),
  }));
