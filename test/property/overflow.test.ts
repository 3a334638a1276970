/** Whatever a deck holds, each slide fits its page: seen by the browser that prints. */
import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import { startPrinter } from "../../src/effects/printer.ts";
import { anyDeck } from "../builders/any-deck.ts";
import { pageOf } from "../builders/html-pages.ts";

const printer = startPrinter({ onNote: () => undefined });
afterAll(() => printer.dispose());

test(
  "no text stands outside its slide, and every slide is one page",
  { timeout: 120_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(anyDeck, async (deck) => {
        const { html, slideCount } = await pageOf(deck);
        const { pdf, overflowing } = await printer.print(html, deck.asOf);
        expect(overflowing).toEqual([]);
        expect(
          Buffer.from(pdf)
            .toString("latin1")
            .match(/\/Type \/Page\b/g),
        ).toHaveLength(slideCount);
      }),
      { numRuns: 10, endOnFailure: true },
    );
  },
);
