/** What a kind of key result is: its settings in the plan, and how far it is by the facts. */
import type { z } from "zod";
import type { AssessedGroup, AssessedItem, Progress } from "../domain/assessment.ts";
import type { CiJob, CoverageSnapshot } from "../domain/facts.ts";
import type { NumberInput, Provenance } from "../domain/number.ts";
import type { KeyResult } from "../domain/plan.ts";
import type { Release } from "../domain/release.ts";
import type { Instant } from "../domain/time.ts";

export interface KeyResultKind<Settings> {
  /** The word in the plan, e.g. `sum`. */
  readonly kind: string;
  /** One sentence for the documentation and the JSON Schema. */
  readonly about: string;
  /** The unit where the plan names none. */
  readonly unit: string;
  /** Without coverage nothing of it is known. */
  readonly needsCoverage?: boolean;
  /** Names of numbers that it gives only where the facts hold them, e.g. `remaining.1.14`. */
  readonly optionalNames?: RegExp;
  /** A strict object of the keys that this kind adds to a key result: `goal`, `stretch` and its own. */
  readonly settings: z.ZodType<Settings>;
  /** What landing an item adds towards the goal, for kinds that add up: those can be forecast. */
  readonly adds?: (item: AssessedItem) => number;
  /**
   * What must be cleared to reach a target, by release; undefined where that is not known. For kinds
   * whose items clear debt: those can be forecast too.
   */
  readonly owed?: (
    coverage: CoverageSnapshot | undefined,
    target: Release,
  ) => Readonly<Record<Release, number>> | undefined;
  /** Pure. Never throws on a plan and facts that passed their schemas; what is not known is undefined. */
  measure(keyResult: KeyResult<Settings>, facts: Facts): Measurement;
}

/** What a kind may look at. */
export interface Facts {
  readonly release: Release;
  readonly asOf: Instant;
  /** The key result's own items, with their stages. */
  readonly groups: readonly AssessedGroup[];
  readonly coverage?: CoverageSnapshot;
  readonly jobs: readonly CiJob[];
  /** Where a source's facts come from, by the source's id; empty for an unknown id. */
  provenance(source: string | undefined): readonly Provenance[];
}

export interface Measurement {
  readonly progress: Progress;
  /**
   * The kind's numbers; the key result's id and a dot are put before each name. `goal` and `stretch`
   * stand in the plan and need not be among them, unless the kind computed them.
   */
  readonly numbers: readonly KindNumber[];
}

export interface KindNumber {
  readonly name: string;
  readonly value: number | string | undefined;
  readonly unit?: string;
  readonly formula: string;
  readonly inputs?: readonly NumberInput[];
  readonly sources?: readonly Provenance[];
}
