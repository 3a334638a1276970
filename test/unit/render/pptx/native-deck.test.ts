import fc from "fast-check";
import { expect, test } from "vitest";
import type { Deck } from "../../../../src/domain/deck.ts";
import { nodeAssets } from "../../../../src/effects/assets.ts";
import { fit } from "../../../../src/render/fit/fit.ts";
import { larger, settings } from "../../../../src/render/fit/setting.ts";
import { measures } from "../../../../src/render/measures.ts";
import { nativeDeck } from "../../../../src/render/pptx/native-deck.ts";
import type { NativeObject, TextObject } from "../../../../src/render/pptx/native.ts";
import { palettesIn } from "../../../../src/render/pptx/palette.ts";
import { shownDeck } from "../../../../src/render/shown-deck.ts";
import { anyDeck } from "../../../builders/any-deck.ts";
import { deckOf, sampleDeck } from "../sample-deck.ts";
import { content, link, number, paragraph, status, text } from "../sample-parts.ts";

const palettes = palettesIn((await nodeAssets().templates()).get("themes/default/theme.css") ?? "");

function nativeOf(deck: Deck) {
  return nativeDeck(fit(shownDeck(deck), larger), palettes);
}

function objectsOf(deck: Deck): readonly NativeObject[] {
  return nativeOf(deck).slides.flatMap(({ objects }) => objects);
}

function named(deck: Deck, name: string): TextObject | undefined {
  return objectsOf(deck).find((object): object is TextObject => {
    return object.kind === "text" && object.name === name;
  });
}

/** Some px: a pin at the end of a strip reaches over it. */
const reach = 20;

function isOnPage({ box: { x, y, width, height } }: NativeObject): boolean {
  const isWithin = (start: number, length: number, room: number) =>
    start >= -reach && length >= 0 && start + length <= room + reach;
  return isWithin(x, width, measures.slideWidth) && isWithin(y, height, measures.slideHeight);
}

test("nothing stands outside its page", () => {
  fc.assert(
    fc.property(anyDeck, (deck) => {
      expect(objectsOf(deck).filter((object) => !isOnPage(object))).toEqual([]);
    }),
    { numRuns: 40 },
  );
});

test("every slide has its title, and once", () => {
  const counts = nativeOf(sampleDeck).slides.map(
    ({ objects }) => objects.filter((one) => one.kind === "text" && one.isTitle === true).length,
  );
  expect(counts).toEqual(counts.map(() => 1));
});

test("only a cover is without a foot", () => {
  const { layouts, slides } = nativeOf(sampleDeck);
  expect(layouts.filter(({ foot }) => foot === undefined).map(({ name }) => name)).toEqual([
    "Cover",
  ]);
  expect(slides.map(({ layout }) => layout).indexOf("Cover")).toBe(0);
  expect(slides.map(({ layout }) => layout).lastIndexOf("Cover")).toBe(0);
});

test("little text is large, its title in a panel beside it", () => {
  const deck = deckOf([content("one", "Title", [paragraph(text("A word."))])]);
  const [panel, title, body] = ["Panel", "Title", "Text"].map((name) => named(deck, name)?.box);
  const width = Number(panel?.width);
  expect(Number(title?.x) + Number(title?.width)).toBeLessThan(width);
  expect(body?.x).toBeGreaterThan(width);
  const { textSize } = settings.aside.measures;
  expect(named(deck, "Text")?.paragraphs[0]?.size).toBe(textSize);
});

test("a logo stands on its plate on every layout, and then no bar on the cover", () => {
  const logo = { mediaType: "image/png", base64: "", width: 400, height: 100 } as const;
  const { layouts, footer } = nativeOf({ ...sampleDeck, logo });
  const places = layouts.flatMap(({ logo: place }) => place ?? []);
  expect(places).toHaveLength(3);
  expect(places.map(({ picture }) => picture.width / picture.height)).toEqual([4, 4, 4]);
  expect(places.every(({ plate, picture }) => picture.width < plate.width)).toBe(true);
  const [, foot] = places;
  expect(footer.box.x).toBeGreaterThan((foot?.plate.x ?? 0) + (foot?.plate.width ?? 0));
  expect(layouts.filter(({ bar }) => bar !== undefined)).toEqual([]);
  const [cover] = nativeOf(sampleDeck).layouts;
  expect(cover?.bar?.color).toBe(palettes.cover.accent);
});

test("a burn-up opens its cone from today's point to the ends at the freeze", () => {
  const chart = {
    kind: "burn-up",
    title: "Landed",
    points: [
      { date: "2020-10-01", value: 2 },
      { date: "2020-10-22", value: 8 },
    ],
    end: { date: "2020-11-23", label: "Test freeze", low: 8, middle: 14, high: 26 },
    marks: [{ label: "goal", value: 30 }],
  } as const;
  const deck = deckOf([content("one", "T", [{ kind: "chart", chart, description: "8 to 26" }])]);
  const cone = named(deck, "Where it may end");
  const [now, high, low] = cone?.corners ?? [];
  expect(now).toEqual({ x: 0, y: cone?.box.height });
  expect(high).toEqual({ x: cone?.box.width, y: 0 });
  expect(low).toEqual({ x: cone?.box.width, y: cone?.box.height });
  expect(cone?.description).toBe("8 to 26");
  const lines = objectsOf(deck).filter(({ name }) => name === "Landed" || name === "Most likely");
  expect(lines.flatMap((one) => (one.kind === "line" ? [one.isRising] : []))).toEqual([true, true]);
});

test("a link leads to its address, a figure to its source, a state has a sign and a word", () => {
  const bad = { kind: "link", text: "no", url: "javascript:alert(1)" } as const;
  const inlines = [link("there"), number("KR1.goal", "30"), status("late", "bad"), bad];
  const slide = content("one", "Title", [paragraph(...inlines)]);
  const runs = named(deckOf([slide]), "Text")?.paragraphs[0]?.runs ?? [];
  expect(runs.map(({ text }) => text)).toEqual(["there", "30", "■\u00a0late", "no"]);
  expect(runs.map((run) => run.link?.underline)).toEqual(["sng", "dotted", undefined, undefined]);
  expect(runs[2]?.color).toBe(palettes.page.bad);
});

test("a table is drawn with one rule between two rows, and none under the sum", () => {
  const table = objectsOf(sampleDeck).find(({ kind }) => kind === "table");
  if (table?.kind !== "table") throw new Error("There is no table.");
  const { ink, rule } = palettes.page;
  expect(table.rows[0]).toMatchObject({ over: undefined, under: ink });
  expect(table.rows[1]).toMatchObject({ over: ink, under: rule });
  const overs = table.rows.slice(1).map(({ over }) => over);
  expect(overs).toEqual(table.rows.slice(0, -1).map(({ under }) => under));
});

test("values of a chart are those of its bars, with a label where they have room for one", () => {
  const chart = {
    kind: "progress",
    title: "Progress",
    unit: "endpoints",
    segments: [
      { standing: "landed", value: 40 },
      { standing: "written", value: 1 },
    ],
    marks: [{ label: "goal", value: 30 }],
  } as const;
  const slide = content("one", "Title", [{ kind: "chart", chart, description: "41 of 30" }]);
  const bars = objectsOf(deckOf([slide])).find(({ kind }) => kind === "chart");
  if (bars?.kind !== "chart") throw new Error("There is no chart.");
  expect(bars.series.map(({ name, values }) => [name, ...values])).toEqual([
    ["landed 40", 40],
    ["written 1", 1],
  ]);
  expect(bars.most).toBe(41);
  expect(bars.leastLabelled).toBeGreaterThan(1);
  expect(bars.leastLabelled).toBeLessThan(40);
  expect(bars.description).toBe("41 of 30");
});

test("a chart without anything to draw is left out, its title stays", () => {
  const empty = { kind: "columns", title: "Nothing", unit: "x", series: [], columns: [] } as const;
  const slide = content("one", "Title", [{ kind: "chart", chart: empty, description: "" }]);
  const objects = objectsOf(deckOf([slide]));
  expect(objects.map(({ kind }) => kind)).toEqual(["text", "text"]);
  expect(named(deckOf([slide]), "Chart title")?.paragraphs[0]?.runs[0]?.text).toBe("Nothing");
});

test("a title of ten thousand characters is cut as on the page", () => {
  const deck = deckOf([content("one", "word ".repeat(2000), [paragraph(text("x"))])]);
  const [run] = named(deck, "Title")?.paragraphs[0]?.runs ?? [];
  expect(run?.text.length).toBeLessThan(200);
  const shown = named(deck, "Title")?.paragraphs[0]?.runs.map(({ text }) => text);
  expect(shown?.join("")).toMatch(/^word word .*…$/);
});
