/**
 * How the time and memory of slides grow: `node --expose-gc bench/slides.ts`. Decks of 125 to 1,000
 * slides, in large and in regular size, fitted, written as HTML and printed by one browser.
 */
import { createHash } from "node:crypto";
import { performance } from "node:perf_hooks";
import type { Block, Deck, Slide } from "../src/domain/deck.ts";
import { nodeAssets } from "../src/effects/assets.ts";
import { startPrinter } from "../src/effects/printer.ts";
import { htmlPage } from "../src/render/html-page.ts";

const counts = [125, 250, 500, 1000];
/** Half of the slides are a list that leaves room, half a table that takes two pages. */
const rowCounts = [4, 14];

const text = (words: string) => ({ kind: "text", text: words }) as const;

function slide(at: number): Slide {
  const rows = rowCounts[at % rowCounts.length] ?? 0;
  const lines = Array.from({ length: rows }, (_, row) => `Item ${at}.${row}: waits for a review`);
  const list: Block = { kind: "list", items: lines.map((line) => ({ inlines: [text(line)] })) };
  const table: Block = {
    kind: "table",
    columns: [
      { title: "Item", align: "start", weight: 3 },
      { title: "Stage", align: "start" },
    ],
    rows: lines.map((line) => ({
      cells: [[text(line)], [{ kind: "status", word: "written", tone: "progress" }]],
    })),
  };
  const isList = at % rowCounts.length === 0;
  return {
    id: `s${at}`,
    title: [text(`Slide ${at}`)],
    layout: "content",
    blocks: [isList ? list : table],
  };
}

/** A deck of so many slides once it is fitted: of two, one becomes two. */
function deckOf(count: number): Deck {
  return {
    title: "Many slides",
    language: "en",
    release: "1.20",
    asOf: "2020-10-22T08:00:00Z",
    footer: "Many slides",
    slides: Array.from({ length: Math.round((count * 2) / 3) }, (_, at) => slide(at)),
  };
}

const tools = {
  assets: nodeAssets(),
  hash: (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex"),
};
const printer = startPrinter({ onNote: () => undefined, timeoutMs: 600_000 });
try {
  await measure(30);
  console.log("| slides | HTML, ms | PDF, ms | ms a slide | HTML, MB | PDF, MB | heap kept, MB |");
  console.log("| --- | --- | --- | --- | --- | --- | --- |");
  for (const count of counts) console.log(await measure(count));
} finally {
  printer.dispose();
}

async function measure(count: number): Promise<string> {
  const deck = deckOf(count);
  const start = performance.now();
  const { html, slideCount } = await htmlPage(deck, tools);
  const made = performance.now();
  const { pdf, overflowing } = await printer.print(html, deck.asOf);
  const end = performance.now();
  if (overflowing.length > 0) throw new Error(`Too high: ${overflowing.join(", ")}`);
  global.gc?.();
  const numbers = [
    slideCount,
    Math.round(made - start),
    Math.round(end - made),
    ((end - start) / slideCount).toFixed(1),
    (html.length / 1e6).toFixed(1),
    (pdf.length / 1e6).toFixed(1),
    Math.round(process.memoryUsage().heapUsed / 1e6),
  ];
  return `| ${numbers.join(" | ")} |`;
}
