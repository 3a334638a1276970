import type { CiJob, CoverageSnapshot, Meeting, Source, Timeline } from "./facts.ts";
import type { Notice } from "./notice.ts";
import type { NamedNumber, Provenance } from "./number.ts";
import type { Place } from "./place.ts";
import type { Contribution, Group, KeyResult, Objective, Plan } from "./plan.ts";
import type { Release } from "./release.ts";
import type { Forecast, FreezeRisk } from "./risk.ts";
import type { Stage, Standing } from "./stage.ts";
import type { CalendarDate, Instant } from "./time.ts";

/** What the facts say about a plan as of one instant. Everything in it is computed; nothing is formatted. */
export interface Assessment {
  readonly plan: Plan;
  readonly release: Release;
  readonly asOf: Instant;
  readonly objectives: readonly AssessedObjective[];
  /** All named numbers, sorted by name. */
  readonly numbers: readonly NamedNumber[];
  readonly coverage?: CoverageSnapshot;
  readonly timeline?: Timeline;
  readonly jobs: readonly CiJob[];
  /** Absent where no job is a blocking one. */
  readonly goNoGo?: GoNoGo;
  readonly meetings: readonly Meeting[];
  readonly sources: readonly Source[];
  readonly changes?: Changes;
  /** Where the key results stood at earlier reports of this release, the oldest first. */
  readonly history: readonly HistoryPoint[];
  readonly notices: readonly Notice[];
}

export interface AssessedObjective {
  readonly objective: Objective;
  readonly score: Score;
  readonly keyResults: readonly AssessedKeyResult[];
}

/** A score from 0 to 1; undefined: not known. An override by a person stands beside what was computed. */
export interface Score {
  readonly value: number | undefined;
  readonly computed: number | undefined;
  readonly formula: string;
  readonly overriddenBy?: { readonly who: string; readonly why: string };
}

export interface AssessedKeyResult {
  readonly keyResult: KeyResult;
  readonly score: Score;
  readonly progress: Progress;
  readonly groups: readonly AssessedGroup[];
  /** Where its items add up, and the calendar holds the freeze that binds it. */
  readonly forecast?: Forecast;
}

export interface AssessedGroup {
  readonly group: Group;
  readonly items: readonly AssessedItem[];
  /** Sum of its items' `adds`, and the name of the number that it is, e.g. `KR1.group2`. */
  readonly sum: number;
  readonly sumName: string;
}

export interface AssessedItem {
  readonly item: Contribution;
  readonly stage: Stage;
  /** The word under which it counts: the outlook people gave it, else its stage. */
  readonly standing: Standing;
  /** One sentence: from which facts the stage follows. */
  readonly because: string;
  /** What must come first and has not; nothing for an item that is done or given up. */
  readonly waitsFor: readonly ItemLink[];
  readonly links: readonly ItemLink[];
  /** While it soaks: the last day of the soak. */
  readonly soaksUntil?: CalendarDate;
  /** Whether it makes its freeze; nothing for an item that is settled, or bound by none. */
  readonly risk?: FreezeRisk;
  readonly sources: readonly Provenance[];
}

/** A reference with what is known about it. */
export interface ItemLink {
  readonly ref: string;
  readonly url: string;
  readonly kind?: "pull-request" | "issue";
  readonly state?: string;
  readonly title?: string;
}

/** How far a key result is, in words that fit every kind. */
export interface Progress {
  readonly unit: string;
  readonly current: number | string | undefined;
  /** Name of the number that `current` is, e.g. `KR1.landed`. */
  readonly currentName: string;
  readonly goal: number | string;
  readonly stretch?: number | string;
  /** Share of the goal reached, 0 to 1; undefined: not known. */
  readonly score: number | undefined;
  readonly scoreFormula: string;
  /** Sums of the items by standing, in the order of `standings`; only those that are not empty. */
  readonly subtotals: readonly { readonly standing: Standing; readonly value: number }[];
  /** First the sentence that says where it stands, then what else a reader should know. */
  readonly statements: readonly Statement[];
}

/** A sentence in parts, so that its numbers can lead back to their source. */
export type Statement = readonly (string | { readonly number: string; readonly text?: string })[];

/** Whether the CI jobs would let a release be cut; an undefined verdict: that is not known. */
export interface GoNoGo {
  readonly verdict: "go" | "no go" | undefined;
  /** The verdict with what it rests on. */
  readonly statement: Statement;
}

/** Where the key results stood by one snapshot, each under the plan of its day. */
export interface HistoryPoint {
  readonly asOf: Instant;
  readonly keyResults: readonly HistoryKeyResult[];
}

export interface HistoryKeyResult extends Pick<
  Progress,
  "unit" | "current" | "goal" | "stretch" | "subtotals"
> {
  readonly id: string;
  readonly kind: string;
  /** What its done items add; undefined for a kind whose items do not add up. */
  readonly landed: number | undefined;
  readonly forecast?: Pick<Forecast, "p10" | "p50" | "p90" | "goal">;
}

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
  /** At least one. */
  readonly resolved: readonly ItemLink[];
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
