/** Any deck at all, with texts as they come: long, without spaces, in any script, hostile. */
import fc from "fast-check";
import type { Chart } from "../../src/domain/chart.ts";
import type { Block, Deck, Inline, ListItem, Picture, Row, Slide } from "../../src/domain/deck.ts";

const words = [
  "a",
  "endpoints",
  "kubernetes/kubernetes#95713",
  "{Pod,Service}ProxyWithPath",
  "WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW",
  "https://prow.k8s.io/?job=apisnoop-conformance-gate&x=1",
  "ci-audit-conformance-on-a-very-long-hyphenated-name-of-a-job",
  "发布说明改进一致性测试",
  "テスト、「はい」。",
  "🎉",
  "👩‍👩‍👧👍🏽",
  "שלום",
  "مرحبا",
  "한국어",
  "z͑ͫ̓ͪ̂ͫ̽͏̴̙a̡͇l͏g̵o",
  "и",
  "<script>alert(1)</script>",
  "\u202eevil",
  "{{KR1.goal}}",
  "1234567890",
  "—",
  "→",
  "mmmmmmmmmmmm",
];

/** Mostly short texts, some of many words, some without a space. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  { weight: 6, arbitrary: joined(4, " ") },
  { weight: 3, arbitrary: joined(30, " ") },
  { weight: 1, arbitrary: joined(300, " ") },
  { weight: 1, arbitrary: joined(40, "") },
  { weight: 2, arbitrary: fc.string({ unit: "grapheme", maxLength: 60 }) },
);

function joined(maxLength: number, separator: string): fc.Arbitrary<string> {
  return fc
    .array(fc.constantFrom(...words), { minLength: 1, maxLength })
    .map((all) => all.join(separator));
}

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

const amount = fc.integer({ min: 0, max: 500 });
const date = fc
  .integer({ min: 0, max: 364 })
  .map(
    (day) =>
      `2020-${String(1 + Math.floor(day / 31)).padStart(2, "0")}-${String(1 + (day % 28)).padStart(2, "0")}`,
  );

const anyChart: fc.Arbitrary<Chart> = fc.oneof(
  fc.record({
    kind: fc.constant("progress" as const),
    title: anyText,
    unit: anyText,
    segments: fc.array(
      fc.record({
        standing: fc.constantFrom("landed", "written", "planned", "maybe", "blocked", "new words"),
        value: amount,
      }),
      { maxLength: 12 },
    ),
    marks: fc.array(fc.record({ label: anyText, value: amount }), { maxLength: 3 }),
  }),
  fc
    .array(fc.record({ label: anyText, tone: fc.constantFrom("good", "bad", "neutral") }), {
      minLength: 1,
      maxLength: 3,
    })
    .chain((series) =>
      fc.record({
        kind: fc.constant("columns" as const),
        title: anyText,
        unit: anyText,
        series: fc.constant(series),
        columns: fc.array(
          fc.record({
            label: anyText,
            values: fc.array(amount, { minLength: series.length, maxLength: series.length }),
            top: anyText,
            isMarked: fc.boolean(),
          }),
          { maxLength: 24 },
        ),
      }),
    ),
  fc.record({
    kind: fc.constant("calendar" as const),
    title: anyText,
    from: fc.constant("2020-03-01"),
    to: fc.constant("2020-12-28"),
    today: date,
    marks: fc.array(
      fc.record({ date, label: anyText, tone: fc.constantFrom("freeze", "release", "event") }),
      { maxLength: 20 },
    ),
    spans: fc.array(fc.record({ from: date, to: date, label: anyText }), { maxLength: 6 }),
  }),
);

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
