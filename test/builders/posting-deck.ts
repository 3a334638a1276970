/** Posting a deck in all formats that places may want, with the secrets of those places. */
import type { Deck } from "../../src/domain/deck.ts";
import type { PostEffects, PostResult } from "../../src/pipeline/post-report.ts";
import { reportForms } from "../../src/render/forms.ts";
import { renderMarkdown } from "../../src/render/markdown.ts";
import { post, postEffects } from "./posting.ts";

export interface DeckPosting {
  /** Folder of the ledger. */
  readonly data: string;
  readonly deck: Deck;
  /** The entry of the plan, e.g. `{ to: slack, channel: C0123ABCDEF }`. */
  readonly entry: string;
  readonly secrets: Readonly<Record<string, string>>;
  readonly asOf?: string;
  readonly refs?: readonly string[];
  readonly isForReal?: boolean;
  readonly effects?: Partial<PostEffects>;
}

/** Gives what became of the one entry. */
export async function postDeck(posting: DeckPosting): Promise<PostResult> {
  const { deck, entry, secrets, effects, ...more } = posting;
  const [result] = await post({
    ...more,
    post: [entry],
    markdown: renderMarkdown(deck),
    forms: reportForms(deck),
    effects: { ...postEffects("t0ken", secrets), ...effects },
  });
  if (result === undefined) throw new Error("nothing was posted");
  return result;
}
