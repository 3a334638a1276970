import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { reportForms } from "../../src/render/forms.ts";
import { displayText } from "../../src/render/display-text.ts";
import { anyDeck } from "../builders/any-deck.ts";
import { hostileLists, hostileTexts } from "../builders/hostile-texts.ts";
import { nastyText } from "../builders/nasty-text.ts";
import { deckOf, linked } from "../builders/text-everywhere.ts";
import { namesIn, readSlack } from "../oracles/slack-markup.ts";

function markupOf(text: string): string {
  const sections = reportForms(deckOf(text)).slack();
  return sections.flatMap(({ title, texts }) => [title, ...texts]).join("\n");
}

function seen(text: string): string {
  return text.replaceAll("\u200B", "").replaceAll("¦", "|").replace(/\s+/g, " ");
}

/** What acts, what stands there bare, and a text that does not show as it is. */
function leaksOf(text: string): readonly string[] {
  const { text: read, links, specials, bare } = readSlack(markupOf(text));
  const strange = links.filter(({ url }) => url !== linked).map(({ url }) => `link: ${url}`);
  const shown = displayText(text);
  const isShown = seen(read).includes(seen(shown));
  return [...specials, ...bare, ...strange, ...namesIn(read), ...(isShown ? [] : ["not shown"])];
}

function checkInert(text: string): void {
  expect(leaksOf(text), JSON.stringify(text)).toEqual([]);
}

describe("in Slack no text, whoever wrote it, does anything but show", () => {
  test("any text", () => {
    fc.assert(fc.property(nastyText, checkInert), { numRuns: 400 });
  });

  test.each([
    "<!channel>",
    "<@U012AB3CD> and <#C012|general>",
    "&lt;!here&gt;",
    "&amp;lt;!here>",
    "<https://evil.test|https://github.com>",
    "a|b>c<d",
    "```",
    "@channel @here",
    "> quoted",
    "<!subteam^S1>",
    "<!date^1392734382^{date}|x>",
  ])("%j", checkInert);

  test.skipIf(hostileLists.length === 0).each(hostileLists)("%s", (list) => {
    expect(hostileTexts(list).filter((text) => leaksOf(text).length > 0)).toEqual([]);
  });
});

test("every text fits into a block of Slack, whatever the deck", () => {
  fc.assert(
    fc.property(anyDeck, (deck) => {
      const texts = reportForms(deck)
        .slack()
        .flatMap((section) => section.texts);
      expect(texts.filter((text) => text.length > 3_000 || text.trim() === "")).toEqual([]);
      for (const text of texts) {
        const { specials, bare } = readSlack(text);
        expect([...specials, ...bare]).toEqual([]);
      }
    }),
    { numRuns: 60 },
  );
});

test("a text of any length is cut between its words, and nothing of it is lost", () => {
  const words = Array.from({ length: 2_000 }, (_, index) => `w${index}<&>`);
  const read = readSlack(markupOf(words.join(" "))).text;
  expect(words.filter((word) => !read.includes(word))).toEqual([]);
});
