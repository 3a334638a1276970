/** Whatever the texts of a deck are, its presentation opens, says them all, and links only where it may. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fit } from "../../src/render/fit/fit.ts";
import { inlineText } from "../../src/render/fit/text-runs.ts";
import { shownDeck } from "../../src/render/shown-deck.ts";
import { anyDeck } from "../builders/any-deck.ts";
import { hostileLists, hostileTexts } from "../builders/hostile-texts.ts";
import { nastyText } from "../builders/nasty-text.ts";
import { problemsIn } from "../builders/presentation-problems.ts";
import { readPresentation } from "../builders/presentation.ts";
import { presentationOf } from "../builders/presentations.ts";
import { deckOf } from "../unit/render/sample-deck.ts";
import { content, paragraph, text } from "../unit/render/sample-parts.ts";

test("any deck makes a valid presentation of as many slides as the page has", async () => {
  await fc.assert(
    fc.asyncProperty(anyDeck, async (deck) => {
      const { parts, slides } = await readPresentation(await presentationOf(deck));
      expect(problemsIn(parts)).toEqual([]);
      expect(slides.length).toBe(fit(shownDeck(deck)).slides.length);
      const urls = slides.flatMap((slide) => slide.urls);
      expect(urls.filter((url) => !/^(?:https:|mailto:)/.test(url))).toEqual([]);
    }),
    { numRuns: 12 },
  );
});

/** Texts in paragraphs of their own: as they are shown on the slides, and as they are read back. */
async function readBack(texts: readonly string[]) {
  const deck = deckOf([
    content(
      "texts",
      "Title",
      texts.map((one) => paragraph(text(one))),
    ),
  ]);
  const { parts, slides } = await readPresentation(await presentationOf(deck));
  const blocks = fit(shownDeck(deck)).slides.flatMap((slide) => slide.blocks);
  return {
    shown: blocks.map((block) => (block.kind === "paragraph" ? block.inlines.map(inlineText) : [])),
    // The first is the title, the last the slide's number.
    read: slides.flatMap((slide) => slide.paragraphs.slice(1, -1)),
    problems: problemsIn(parts),
  };
}

async function check(texts: readonly string[]): Promise<void> {
  const { shown, read, problems } = await readBack(texts);
  expect(problems).toEqual([]);
  expect(read).toEqual(shown.map((inlines) => inlines.join("")));
}

test("a text comes out as it is shown", async () => {
  await fc.assert(fc.asyncProperty(fc.array(nastyText, { minLength: 1, maxLength: 20 }), check), {
    numRuns: 30,
  });
});

describe.skipIf(hostileLists.length === 0)("hostile strings", () => {
  test.each(hostileLists)("of %s come out as they are shown", async (list) => {
    await check(hostileTexts(list).slice(0, 200));
  });
});
