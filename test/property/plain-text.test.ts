import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { displayText } from "../../src/render/display-text.ts";
import { renderPlainText } from "../../src/render/plain-text.ts";
import { displayWidth } from "../../src/render/text/display-width.ts";
import { anyDeck } from "../builders/any-deck.ts";
import { aDeck, aText, aTitleSlide } from "../builders/deck.ts";
import { hostileLists, hostileTexts } from "../builders/hostile-texts.ts";
import { nastyText } from "../builders/nasty-text.ts";
import { deckOf } from "../builders/text-everywhere.ts";

/** Seconds of work; on a busy machine a minute. */
const slow = { timeout: 120_000 };

/** A line of the list at the end. */
const address = /^\[\d+\] https:\/\/\S+$/;

function checkLines(text: string): void {
  const lines = text.split("\n");
  expect(lines.filter((line) => displayWidth(line) > 72 && !address.test(line))).toEqual([]);
  expect(lines.filter((line) => /[\p{Cc}\u2028\u2029]| $/u.test(line))).toEqual([]);
  expect(text.endsWith("\n") && !text.endsWith("\n\n")).toBe(true);
}

/** How many parts have an empty line between them: nothing that is text changes that. */
function parts(written: string): number {
  return written.split("\n\n").length;
}

const plain = parts(renderPlainText(deckOf("x")));

function checkKept(text: string): void {
  const written = renderPlainText(deckOf(text));
  checkLines(written);
  const isBlank = displayText(text) === "";
  expect(isBlank ? plain : parts(written), JSON.stringify(text)).toBe(plain);
}

test(
  "no line of any deck is longer than 72 columns, and the same deck gives the same text",
  slow,
  () => {
    fc.assert(
      fc.property(anyDeck, (deck) => {
        const text = renderPlainText(deck);
        checkLines(text);
        expect(renderPlainText(structuredClone(deck))).toBe(text);
      }),
      { numRuns: 100 },
    );
  },
);

describe("no text, whoever wrote it, changes how the document is built", () => {
  test("made up", () => {
    fc.assert(fc.property(nastyText, checkKept), { numRuns: 200 });
  });

  test.skipIf(hostileLists.length === 0).each(hostileLists)("%s", slow, (list) => {
    for (const text of hostileTexts(list)) checkKept(text);
  });
});

test("every word is there, wherever lines end", () => {
  fc.assert(
    fc.property(nastyText, (text) => {
      const slides = [
        aTitleSlide({ blocks: [{ kind: "list", items: [{ inlines: [aText(text)] }] }] }),
      ];
      const written = renderPlainText(aDeck({ slides }));
      expect(withoutSpace(written)).toContain(withoutSpace(displayText(text)));
    }),
    { numRuns: 500 },
  );
});

test("no mark of people's Markdown is left", () => {
  const word = fc.stringMatching(/^[a-z一-致]{1,12}$/);
  const marked = word.chain((text) =>
    fc.constantFrom(
      `**${text}**`,
      `*${text}*`,
      `~~${text}~~`,
      `\`${text}\``,
      `[${text}](https://a.test/)`,
      `![${text}](https://a.test/)`,
      `\n\n## ${text}\n\n`,
      `\n\n> ${text}\n\n`,
      `\n\n- ${text}\n- ${text}\n\n`,
      `\n\n| a | b |\n| --- | --- |\n| ${text} | ${text} |\n\n`,
    ),
  );
  fc.assert(
    fc.property(fc.array(marked, { minLength: 1, maxLength: 6 }), (some) => {
      const blocks = [{ kind: "prose", markdown: some.join(" ") }] as const;
      const written = renderPlainText(aDeck({ slides: [aTitleSlide({ blocks })] }));
      expect(written).not.toMatch(/[*_`~#>|]|\]\(|^- /mu);
    }),
  );
});

function withoutSpace(text: string): string {
  return text.replace(/\s/gu, "").normalize("NFC");
}
