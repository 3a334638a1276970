/** A deck that has one text wherever a text may stand, for tests of what texts can do. */
import type { Chart } from "../../src/domain/chart.ts";
import type { Block, Deck, Inline } from "../../src/domain/deck.ts";
import { aDeck, aSlide, aText, aTitleSlide } from "./deck.ts";

/** Where all links of the deck lead. */
export const linked = "https://github.com/kubernetes/kubernetes/pull/95713";

/** A deck that has this text wherever a text may stand. */
export function deckOf(text: string): Deck {
  const number: Inline = { kind: "number", name: "KR1.goal", text, url: linked };
  const others: readonly Inline[] = [
    { kind: "strong", text },
    { kind: "code", text },
    { kind: "link", text, url: linked },
    { kind: "status", word: text, tone: "bad" },
  ];
  const first = [aText(text)];
  const mixed = others.flatMap((kind) => [...first, kind]);
  const blocks: readonly Block[] = [
    { kind: "paragraph", inlines: first },
    { kind: "paragraph", inlines: mixed },
    { kind: "paragraph", inlines: [...first, number, ...first] },
    { kind: "heading", inlines: first },
    {
      kind: "list",
      items: [
        { inlines: first, items: [{ inlines: first }] },
        ...[...others, number].map((kind) => ({ inlines: [kind] })),
      ],
    },
    {
      kind: "table",
      columns: [
        { title: text, align: "start" },
        { title: text, align: "end" },
      ],
      rows: [{ cells: [first, mixed] }, { cells: [[number], others], role: "total" }],
    },
    { kind: "figures", figures: [{ label: text, value: first, note: first }] },
    { kind: "callout", tone: "warning", inlines: first },
    {
      kind: "chart",
      description: text,
      chart: { kind: "progress", title: text, unit: text, segments: [], marks: [] },
    },
  ];
  return aDeck({
    title: text,
    footer: text,
    slides: [
      aTitleSlide({ kicker: text, title: first, blocks }),
      aSlide({ title: first, blocks: longBlocks(text) }),
      aSlide({ title: first, kicker: "Data quality", isDetail: true, blocks: chartBlocks(text) }),
    ],
  });
}

/** What a format may fold away. */
function longBlocks(text: string): readonly Block[] {
  const cells = [[aText(text)], [aText("1")]];
  const columns = [
    { title: text, align: "start" },
    { title: text, align: "end" },
  ] as const;
  return [
    { kind: "list", items: Array.from({ length: 14 }, () => ({ inlines: [aText(text)] })) },
    { kind: "table", columns, rows: Array.from({ length: 12 }, () => ({ cells })) },
  ];
}

function chartBlocks(text: string): readonly Block[] {
  const bars: Chart = {
    kind: "progress",
    title: text,
    unit: text,
    segments: [{ standing: text, value: 1 }],
    marks: [{ label: text, value: 2 }],
  };
  const columns: Chart = {
    kind: "columns",
    title: text,
    unit: text,
    series: [
      { label: text, tone: "good" },
      { label: text, tone: "bad" },
    ],
    columns: [{ label: text, values: [1, 2], top: text }],
  };
  const days: Chart = {
    kind: "calendar",
    title: text,
    from: "2020-10-01",
    to: "2020-12-31",
    today: "2020-10-22",
    marks: [{ date: "2020-11-12", label: text, tone: "freeze" }],
    spans: [{ from: "2020-11-17", to: "2020-11-20", label: text }],
  };
  return [bars, columns, days].map((chart) => ({ kind: "chart", chart, description: text }));
}
