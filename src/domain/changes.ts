/** What differs between two reports, progress apart from everything that only looks like it. */
import type { CiJob, WorkItem } from "./facts.ts";
import type { Provenance } from "./number.ts";
import type { Place } from "./place.ts";
import type { Contribution } from "./plan.ts";
import type { Release } from "./release.ts";
import type { Stage, Standing } from "./stage.ts";
import type { CalendarDate, Instant } from "./time.ts";

/** What differs between the last report and this one. */
export interface Changes {
  readonly since: Instant;
  readonly items: readonly ItemChange[];
  readonly needs: readonly NeedChange[];
  readonly words: readonly WordChange[];
  readonly scope: readonly ScopeChange[];
  readonly keyResults: readonly KeyResultChange[];
  readonly standings: readonly StandingsChange[];
  readonly schedule: readonly ScheduleChange[];
  readonly coverage?: CoverageChange;
  readonly jobs: readonly { readonly job: CiJob; readonly from: CiJob["state"] }[];
  /** People's texts that speak of how things stand and are as they were, those that are oldest first. */
  readonly staleTexts: readonly StaleText[];
}

export interface ItemChange {
  readonly keyResult: string;
  readonly item: Contribution;
  /** `counted`: it had landed before, and now the coverage has seen it, too. */
  readonly kind: "new" | "moved" | "landed" | "counted" | "slipped" | "dropped" | "replaced";
  readonly from?: Stage;
  readonly to?: Stage;
  /** The workflow step before and now, where it went on to another. */
  readonly steps?: { readonly from: string; readonly to: string };
  /** Where its first reference leads. */
  readonly url?: string;
  readonly note?: string;
}

/** What an item had to wait for and is done now. */
export interface NeedChange {
  readonly keyResult: string;
  readonly item: Contribution;
  /** At least one: how each stands now. */
  readonly resolved: readonly {
    readonly ref: string;
    readonly url: string;
    readonly state: NonNullable<WorkItem["state"]>;
  }[];
}

/** A word that people set, changed or took back: an outlook, or a stage in the place of what the facts say. */
export interface WordChange {
  readonly keyResult: string;
  readonly item: Contribution;
  readonly word: "outlook" | "override";
  /** Undefined: there was, or is, none. */
  readonly from?: string;
  readonly to?: string;
}

/** A text of the plan that has not changed, and the oldest report since which it has not. */
export interface StaleText {
  /** `the note of KR2`, `"Conclusions"`. */
  readonly what: string;
  readonly since: Instant;
  readonly at: Place;
}

/** What people changed in the plan between two reports: never progress. */
export interface ScopeChange {
  readonly keyResult: string;
  /** `target`: kind, goal, stretch or freeze; the others are of an item or of a whole key result. */
  readonly kind: "target" | "added" | "removed" | "resized" | "split";
  readonly what: string;
  /** Undefined: there was, or is, none. */
  readonly from?: string;
  readonly to?: string;
}

export interface KeyResultChange {
  readonly keyResult: string;
  readonly from: number | string | undefined;
  readonly to: number | string | undefined;
  /** Why a figure changed, in parts that add up to its change; none where the facts do not tell. */
  readonly causes: readonly ChangeCause[];
}

/**
 * Work: `landed`, and `moved` for what had landed and does not count any more; `tested`. Scope: what
 * people `added`, `removed` or `resized`; `promoted`, `eligibility`. Neither: `restated`.
 */
export interface ChangeCause {
  readonly kind:
    | "landed"
    | "moved"
    | "tested"
    | "added"
    | "removed"
    | "resized"
    | "promoted"
    | "eligibility"
    | "restated";
  readonly by: number;
}

/** The sums of a key result's items by standing that differ. */
export interface StandingsChange {
  readonly keyResult: string;
  readonly unit: string;
  readonly parts: readonly {
    readonly standing: Standing;
    readonly from: number;
    readonly to: number;
  }[];
}

/** An event of the calendar that moved: from day to day, or on its day from instant to instant. */
export interface ScheduleChange {
  readonly event: string;
  readonly title: string;
  readonly from: CalendarDate | Instant;
  readonly to: CalendarDate | Instant;
  /** Where it moved to another day: from which instant it holds now. */
  readonly instant?: Instant;
}

/** The change of the release's coverage row, split so that only progress is called progress. */
export interface CoverageChange {
  readonly release: Release;
  /** The exports that were compared, where their sources are known. */
  readonly exports: { readonly from?: Provenance; readonly to?: Provenance };
  /** The newer export has a later release: the row is history, and whatever changed in it was restated. */
  readonly isClosed: boolean;
  readonly tested: {
    readonly from: number;
    readonly to: number;
    /** Tested in this release: newly promoted with a test, and older ones. Undefined: not known. */
    readonly progress: number | undefined;
    /** Tested ones that count now, less those that no longer do, by declaration. Known only by name. */
    readonly ineligible: number | undefined;
    /** The rest: rows of earlier releases were changed after the fact, or a change of one came back. */
    readonly restated: number | undefined;
  };
  readonly total: {
    readonly from: number;
    readonly to: number;
    readonly promoted: number | undefined;
    readonly ineligible: number | undefined;
    readonly restated: number | undefined;
  };
  /** What earlier releases' rows say now, flaps left out. */
  readonly restated: readonly RestatedRun[];
  /** Changes of earlier releases' rows by one that only undo the change before. */
  readonly flaps: readonly RestatedRow[];
  readonly newlyIneligible: readonly string[];
  readonly newlyEligible: readonly string[];
  /** Where both snapshots list what counts: progress was told from the rest by name, not by count. */
  readonly names?: NamedCoverageChange;
}

/** Names by what became of them in the release since the last report, each list sorted. */
export interface NamedCoverageChange {
  readonly promoted: readonly string[];
  /** Promoted in the release and tested; promoted before and first tested in the release. */
  readonly newTested: readonly string[];
  readonly oldTested: readonly string[];
  readonly noLongerPromoted: readonly string[];
  readonly noLongerTested: readonly string[];
}

export interface RestatedRow {
  readonly release: Release;
  readonly field: "tested" | "total";
  readonly from: number;
  readonly to: number;
}

/** Neighboring releases whose rows changed by the same amount: one restatement of cumulative figures. */
export interface RestatedRun {
  readonly field: RestatedRow["field"];
  readonly by: number;
  /** At least one, oldest first. */
  readonly rows: readonly RestatedRow[];
}
