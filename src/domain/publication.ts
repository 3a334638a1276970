/** What was posted: an entry of the ledger. */
import type { CutName } from "./cut.ts";
import type { Instant } from "./time.ts";

/** Version of the ledger's entries. */
export const ledgerSchemaVersion = 1;

/** One entry of the ledger: what was posted where, when, and from which snapshot. Written once, never edited. */
export interface Publication {
  readonly schemaVersion: typeof ledgerSchemaVersion;
  /**
   * `published`: it stands there. `begun`: it is about to be sent to a place where nobody can look
   * afterwards; without a later entry for the same place it may or may not have arrived. `refused`:
   * what was begun last was not taken there, so that what was published before it is still the last.
   */
  readonly state: "published" | "begun" | "refused";
  /** When the entry was made, by the clock of the run. */
  readonly at: Instant;
  /** Name of the plan. */
  readonly plan: string;
  /** The kind of target and the place there: `github-issue`, `github.com/acme/kit#12`. */
  readonly to: string;
  readonly place: string;
  /** What was posted there; a report where it is not said. */
  readonly cut?: CutName;
  /** The snapshot that the report was made from. */
  readonly asOf: Instant;
  readonly posts: readonly Posted[];
}

/** One text of a report where it stands. */
export interface Posted {
  /** The first is the report itself or its beginning, the others its follow-ups. From 1. */
  readonly part: number;
  /** By which the place knows it: a node id, a number, a path. */
  readonly id: string;
  readonly url?: string;
  /** Lowercase hex SHA-256 of what we posted, without the marks around it. */
  readonly hash: string;
}
