import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { afterAll, expect, test } from "vitest";
import type { Deck } from "../../../src/domain/deck.ts";
import { startPrinter } from "../../../src/effects/printer.ts";
import { pageOf } from "../../builders/html-pages.ts";
import { aSlide, aText } from "../../builders/deck.ts";
import { deckOf, sampleDeck } from "./sample-deck.ts";

const printer = startPrinter({ onNote: () => undefined });
afterAll(() => printer.dispose());

async function print(deck: Deck) {
  const { html, slideCount } = await pageOf(deck);
  const { pdf, overflowing } = await printer.print(html, deck.asOf);
  const document = await getDocument({ data: Uint8Array.from(pdf), verbosity: 0 }).promise;
  return { document, slideCount, overflowing, size: pdf.length };
}

test("every slide is one page of 13.33 × 7.5 in with nothing outside", async () => {
  const { document, slideCount, overflowing } = await print(sampleDeck);
  expect(overflowing).toEqual([]);
  expect(document.numPages).toBe(slideCount);
  const page = await document.getPage(slideCount);
  expect(page.getViewport({ scale: 1 })).toMatchObject({ width: 960, height: 540 });
});

test("the outline names the cover and under it each slide once, parts with their number", async () => {
  const { document, slideCount } = await print(sampleDeck);
  const [cover, ...others] = await document.getOutline();
  expect(others).toEqual([]);
  expect(cover?.title).toBe("v1.20");
  const titles = cover?.items.map(({ title }: { readonly title: string }) => title) ?? [];
  expect(titles).toHaveLength(slideCount - 1);
  expect(new Set(titles).size).toBe(titles.length);
  expect(titles[0]).toBe("KR1 increase new conformant stable endpoints");
  expect(titles).toContain("Six items carry the goal, one of them is blocked (2/3)");
});

test("what runs from right to left reorders nothing beside it", async () => {
  const title = [
    aText("KR1 שלום: "),
    { kind: "number", name: "KR1.goal", text: "30" },
    aText(" of "),
    { kind: "link", text: "שלום!", url: "https://example.org/" },
    aText(", 40"),
  ] as const;
  const { document } = await print(deckOf([aSlide({ title })]));
  const { items } = await (await document.getPage(1)).getTextContent();
  const large = items.flatMap((item) => ("str" in item && item.height > 20 ? [item] : []));
  const place = ({ transform }: (typeof large)[number]) => transform[4] - 1000 * transform[5];
  const read = large.toSorted((one, other) => place(one) - place(other));
  const words = read.map(({ str }) => str.trim()).filter((word) => word !== "");
  expect(words).toEqual(["KR1", "שלום", ":", "30", "of", "!", "שלום", ", 40"]);
});

test("decks after one another in one browser do not touch each other", async () => {
  await print(deckOf(sampleDeck.slides.slice(0, 1)));
  const { document, slideCount, overflowing } = await print(sampleDeck);
  expect(overflowing).toEqual([]);
  expect(document.numPages).toBe(slideCount);
});

test("a deck without pictures and patterns stays small", async () => {
  expect((await print(sampleDeck)).size).toBeLessThan(500_000);
});
