/** What a renderer is: one format of the deck. */
import type { Deck } from "../domain/deck.ts";
import type { Assets, Hash, Printer } from "../ports.ts";

/** What a renderer may use of the world. */
export interface RenderTools {
  readonly assets: Assets;
  readonly hash: Hash;
  /** Starts, or waits for, the browser; only the PDF asks. */
  readonly printer: () => Promise<Printer>;
}

export interface Renderer {
  /** The word on the command line, e.g. `html`. */
  readonly format: string;
  /** The file's name in the folder of the plan's artifacts. */
  readonly path: string;
  readonly mediaType: string;
  /** The same deck gives the same bytes. Throws a RenderError for a template or browser that fails. */
  render(deck: Deck, tools: RenderTools): Promise<string | Uint8Array> | string | Uint8Array;
}
