/** What a source is: its settings in the plan, and how its facts are collected. */
import type { z } from "zod";
import type { Source } from "../domain/facts.ts";
import type { Notice } from "../domain/notice.ts";
import type { Plan } from "../domain/plan.ts";
import type { Snapshot } from "../domain/snapshot.ts";
import type { Instant } from "../domain/time.ts";
import type { Files, Pause, Web } from "../ports.ts";

/** The keys of a plan's `sources`; `jobs` and `coverage` say their kind, as do all that have several. */
export type Slot =
  "github" | "timeline" | "coverage" | "jobs" | "exceptions" | "enhancements" | "meetings";

export interface SourceKind<Settings> {
  readonly slot: Slot;
  /** The word in the plan: `kind: apisnoop`. The first kind of a slot is its default. */
  readonly kind: string;
  /** One sentence for the documentation and the JSON Schema. */
  readonly about: string;
  /** A strict object of the keys that this kind adds to `kind` and `required`. */
  readonly settings: z.ZodType<Settings>;
  /**
   * Throws a SourceError where it has nothing to give: its facts are then carried over from the
   * snapshot before. What it can give in part it gives, and says in notices what is missing.
   */
  collect(context: CollectContext, settings: Settings): Promise<Collected>;
}

/** What a source may use. */
export interface CollectContext {
  /** Unique in the snapshot; the sources that it gives have this id, or begin with it and a hyphen. */
  readonly id: string;
  readonly plan: Plan;
  /** The one "now" of the whole run: `retrievedAt` of all that is read in it. */
  readonly asOf: Instant;
  readonly web: Web;
  readonly files: Pick<Files, "readText" | "list">;
  readonly pause: Pause;
  /** The newest snapshot of this plan before `asOf`. */
  readonly previous?: Snapshot;
  /** Says in a few words what is going on. */
  tell(message: string): void;
}

/** Facts in the form of a snapshot. */
export type Facts = Partial<
  Pick<
    Snapshot,
    | "workItems"
    | "found"
    | "coverage"
    | "timeline"
    | "jobs"
    | "exceptions"
    | "enhancements"
    | "meetings"
    | "history"
  >
>;

export interface Collected {
  /** What was read, each with its address; all of them `ok`. */
  readonly sources: readonly Source[];
  readonly facts: Facts;
  readonly notices: readonly Notice[];
  /** References, and keys of queries, that it should have told of and could not for a reason that may pass. */
  readonly missing?: readonly string[];
  /** What it took, e.g. `3 requests, 2 points`. */
  readonly cost?: string;
}
