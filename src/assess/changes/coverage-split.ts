/** What is compared of two coverage snapshots, and into what the difference of a row is split. */
import type { NamedCoverageChange } from "../../domain/changes.ts";
import type { CoverageSnapshot } from "../../domain/facts.ts";

/** The coverage snapshots that are compared. */
export interface CoverageSides {
  readonly before: CoverageSnapshot;
  readonly now: CoverageSnapshot;
  /** The one before `before`: only it can show that a change came back. */
  readonly older: CoverageSnapshot | undefined;
}

/** What is left of the differences was restated. Undefined: not known. */
export interface CoverageSplit {
  readonly tested: {
    readonly progress: number | undefined;
    readonly ineligible: number | undefined;
  };
  readonly total: {
    readonly promoted: number | undefined;
    readonly ineligible: number | undefined;
  };
  readonly names?: NamedCoverageChange;
}

/** What was declared not to count, or to count again, by the lists of the two exports. */
export interface Declarations {
  readonly newlyIneligible: readonly string[];
  readonly newlyEligible: readonly string[];
}
