/** What a family of named numbers is computed from. */
import type { AssessedKeyResult } from "../../domain/assessment.ts";
import type { Changes } from "../../domain/changes.ts";
import type { NamedNumber } from "../../domain/number.ts";
import type { Outcome } from "../../domain/outcome.ts";
import type { Snapshot } from "../../domain/snapshot.ts";
import type { Instant } from "../../domain/time.ts";
import type { ProvenanceOf } from "../provenance.ts";

export interface NumberContext {
  readonly keyResults: readonly AssessedKeyResult[];
  readonly snapshot: Snapshot;
  readonly asOf: Instant;
  readonly changes: Changes | undefined;
  readonly outcome: Outcome;
  readonly provenance: ProvenanceOf;
}

export interface NumberFamily {
  /** What all its names begin with, up to the first dot: no key result may be called so. */
  readonly family: string;
  /** The names that the family may give, whether or not today's facts hold them. */
  readonly names: RegExp;
  /** Pure; gives no number for what the snapshot does not hold. */
  numbers(context: NumberContext): readonly NamedNumber[];
}
