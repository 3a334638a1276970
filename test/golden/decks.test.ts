import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { Deck } from "../../src/domain/deck.ts";
import { renderMarkdown } from "../../src/render/markdown.ts";

/** Each folder is a case: a deck, and what is made of it. */
const cases = new URL("decks/", import.meta.url);

test.each(readdirSync(cases))("%s as Markdown", async (name) => {
  const text = readFileSync(new URL(`${name}/deck.json`, cases), "utf8");
  const deck = JSON.parse(text) as Deck;
  const markdown = renderMarkdown(deck);
  await expect(markdown).toMatchFileSnapshot(`decks/${name}/expected/deck.md`);
  expect(renderMarkdown(deck)).toBe(markdown);
});
