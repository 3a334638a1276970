/** From the document to the bytes of a presentation. */
import type { Deck } from "../../domain/deck.ts";
import { fit } from "../fit/fit.ts";
import { larger } from "../fit/setting.ts";
import { shownDeck } from "../shown-deck.ts";
import { finished } from "./finish.ts";
import { nativeDeck } from "./native-deck.ts";
import { palettesIn } from "./palette.ts";
import { presentation } from "./presentation.ts";

/** The same deck and templates give the same bytes. Throws a RenderError for a theme without colors. */
export async function renderPresentation(
  deck: Deck,
  templates: ReadonlyMap<string, string>,
): Promise<Uint8Array> {
  const theme = templates.get(`themes/${deck.theme ?? "default"}/theme.css`) ?? "";
  const native = nativeDeck(fit(shownDeck(deck), larger), palettesIn(theme));
  return finished(await presentation(native), native, deck.asOf);
}
