/** A ledger in a folder that goes when the tests of the file are done, and posting with it. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";
import type { Publication } from "../../src/domain/publication.ts";
import type { PostResult } from "../../src/pipeline/post-report.ts";
import { postDeck, type DeckPosting } from "./posting-deck.ts";

export type Posted = Omit<DeckPosting, "data">;

export interface Desk {
  readonly data: string;
  post(posted: Posted): Promise<PostResult>;
  /** Oldest first. */
  ledger(): readonly Publication[];
}

export function startDesk(): Desk {
  const data = mkdtempSync(join(tmpdir(), "release-deck-desk-"));
  afterAll(() => rmSync(data, { recursive: true, force: true }));
  return {
    data,
    post: (posted) => postDeck({ ...posted, data }),
    ledger: () =>
      readdirSync(data, { recursive: true, encoding: "utf8" })
        .filter((name) => name.endsWith(".json"))
        .toSorted()
        .map((name) => JSON.parse(readFileSync(join(data, name), "utf8")) as Publication),
  };
}
