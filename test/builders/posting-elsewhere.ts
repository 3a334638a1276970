/** Posting a deck to places that are not GitHub's, with the secrets that they want. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";
import type { Deck } from "../../src/domain/deck.ts";
import type { Publication } from "../../src/domain/publication.ts";
import type { PostEffects, PostResult } from "../../src/pipeline/post-report.ts";
import { reportForms } from "../../src/render/forms.ts";
import { renderMarkdown } from "../../src/render/markdown.ts";
import { post, postEffects } from "./posting.ts";

export interface Posted {
  readonly deck: Deck;
  /** The entry of the plan, e.g. `{ to: slack, channel: C0123ABCDEF }`. */
  readonly entry: string;
  readonly secrets: Readonly<Record<string, string>>;
  readonly asOf?: string;
  readonly refs?: readonly string[];
  readonly isForReal?: boolean;
  readonly effects?: Partial<PostEffects>;
}

export interface Desk {
  /** Gives what became of the one entry. */
  post(posted: Posted): Promise<PostResult>;
  /** Oldest first. */
  ledger(): readonly Publication[];
}

/** Posts with one ledger in a folder that goes when the tests of the file are done. */
export function startDesk(): Desk {
  const data = mkdtempSync(join(tmpdir(), "release-deck-desk-"));
  afterAll(() => rmSync(data, { recursive: true, force: true }));
  return {
    async post({ deck, entry, secrets, effects, ...more }) {
      const [result] = await post({
        ...more,
        data,
        post: [entry],
        markdown: renderMarkdown(deck),
        forms: reportForms(deck),
        effects: { ...postEffects("t0ken", secrets), ...effects },
      });
      if (result === undefined) throw new Error("nothing was posted");
      return result;
    },
    ledger: () =>
      readdirSync(data, { recursive: true, encoding: "utf8" })
        .filter((name) => name.endsWith(".json"))
        .toSorted()
        .map((name) => JSON.parse(readFileSync(join(data, name), "utf8")) as Publication),
  };
}
