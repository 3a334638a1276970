/** Decks as HTML with the real templates and fonts. */
import { createHash } from "node:crypto";
import type { Deck } from "../../src/domain/deck.ts";
import { nodeAssets } from "../../src/effects/assets.ts";
import { htmlPage, type HtmlPage } from "../../src/render/html-page.ts";

const assets = nodeAssets();

export function pageOf(deck: Deck): Promise<HtmlPage> {
  return htmlPage(deck, {
    assets,
    hash: (bytes) => createHash("sha256").update(bytes).digest("hex"),
  });
}
