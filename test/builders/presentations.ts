/** Decks as presentations, with the real theme. */
import type { Deck } from "../../src/domain/deck.ts";
import { nodeAssets } from "../../src/effects/assets.ts";
import { renderPresentation } from "../../src/render/pptx/render-presentation.ts";

const assets = nodeAssets();

export async function presentationOf(deck: Deck): Promise<Uint8Array> {
  return renderPresentation(deck, await assets.templates());
}
