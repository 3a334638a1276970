import { afterEach, beforeAll, expect, test, vi } from "vitest";
import type { ReadPresentation } from "../../../builders/presentation.ts";
import {
  readPresentation,
  readXml,
  textOf,
  unzip,
  within,
} from "../../../builders/presentation.ts";
import { problemsIn } from "../../../builders/presentation-problems.ts";
import { presentationOf } from "../../../builders/presentations.ts";
import { deckOf, sampleDeck } from "../sample-deck.ts";
import { content, paragraph, status, text } from "../sample-parts.ts";

let bytes: Uint8Array = new Uint8Array();
let read: ReadPresentation = { parts: new Map(), slides: [] };

beforeAll(async () => {
  bytes = await presentationOf(sampleDeck);
  read = await readPresentation(bytes);
});

afterEach(() => {
  vi.useRealTimers();
});

test("every part is well-formed, typed and connected", async () => {
  expect(problemsIn(read.parts)).toEqual([]);
  const sheets = [...read.parts].filter(([path]) => path.endsWith(".xlsx"));
  expect(sheets.length).toBe(3);
  for (const [, sheet] of sheets) expect((await unzip(sheet)).has("xl/workbook.xml")).toBe(true);
});

test("the same bytes at another time of day, and as the second deck of a run", async () => {
  vi.useFakeTimers({ now: new Date("2031-05-06T07:08:09Z"), toFake: ["Date"] });
  const again = await presentationOf(sampleDeck);
  expect(Buffer.from(again).equals(Buffer.from(bytes))).toBe(true);
});

test("it is dated as of the deck", () => {
  const core = textOf(read.parts, "docProps/core.xml");
  expect(core.match(/20\d\d-[^<]*/g)).toEqual([sampleDeck.asOf, sampleDeck.asOf]);
});

test("what the speaker may say is in the notes, a paragraph each", async () => {
  const notes = [
    [text("Since the last report "), status("landed", "good")],
    [text("Ask: a <&> b?")],
  ];
  const slides = [{ ...content("one", "One", []), notes }, content("two", "Two", [])];
  const deck = await readPresentation(await presentationOf(deckOf(slides)));
  expect(problemsIn(deck.parts)).toEqual([]);
  expect(deck.slides.map((slide) => slide.notes)).toEqual([
    ["Since the last report landed", "Ask: a <&> b?"],
    [],
  ]);
});

test("a slide without notes has no page for them", () => {
  expect([...read.parts.keys()].filter((path) => path.includes("notesSlide"))).toEqual([]);
});

test("the page number says of how many", () => {
  const last = read.slides.at(-1)?.paragraphs.at(-1);
  expect(last).toBe(`${read.slides.length} / ${read.slides.length}`);
});

test("titles are titles, parts have their number", () => {
  const titles = read.slides.map(({ title }) => title);
  expect(titles.slice(0, 3)).toEqual([
    "v1.20",
    "KR1 increase new conformant stable endpoints",
    "Six items carry the goal, one of them is blocked (1/3)",
  ]);
});

test("tables know their head", () => {
  const tables = [...read.parts.keys()]
    .filter((path) => /slides\/slide\d+\.xml$/.test(path))
    .flatMap((path) => within(readXml(textOf(read.parts, path)), "a:tblPr"));
  expect(tables.length).toBeGreaterThan(4);
  expect(new Set(tables.map(({ attributes }) => attributes["firstRow"]))).toEqual(new Set(["1"]));
});

test("bars are told apart by pattern, and described for whoever does not see them", () => {
  const chart = textOf(read.parts, "ppt/charts/chart1.xml");
  expect(chart.match(/<a:pattFill prst="\w+"/g)?.length).toBeGreaterThan(1);
  const charts = read.slides.flatMap((slide) => slide.charts);
  expect(charts.map(({ series }) => series.length)).toEqual([5, 2, 1]);
  expect(charts.filter(({ description }) => description === "")).toEqual([]);
  const calendar = [...read.parts.keys()].find(
    (path) => /slide\d+\.xml$/.test(path) && textOf(read.parts, path).includes('name="Calendar"'),
  );
  expect(textOf(read.parts, calendar ?? "")).toMatch(/descr="[^"]+" name="Calendar"/);
});

test("bullets and numbers stay with items of several runs", () => {
  const lists = read.slides.length;
  const xml = Array.from({ length: lists }, (_, at) =>
    textOf(read.parts, `ppt/slides/slide${at + 1}.xml`),
  ).join("");
  expect(xml).toContain("buAutoNum");
  expect(xml).not.toMatch(/<\/a:r><a:pPr/);
});

test("what looks like markup is text", async () => {
  const nasty = `</a:t></a:r><a:pPr x="1"> & <p:cNvPr id="7" name='x'> ]]> &amp; type="slidenum"`;
  const deck = deckOf([content("one", nasty, [paragraph(text(nasty))])]);
  const { parts, slides } = await readPresentation(await presentationOf(deck));
  expect(problemsIn(parts)).toEqual([]);
  expect(slides[0]?.title).toBe(nasty);
  expect(slides[0]?.paragraphs).toContain(nasty);
});
