import type { Changes } from "./changes.ts";
import type { CrossedLine } from "./crossed-line.ts";
import type { CiJob, CoverageSnapshot, Meeting, Source, Timeline } from "./facts.ts";
import type { Notice } from "./notice.ts";
import type { NamedNumber, Provenance } from "./number.ts";
import type { Outcome } from "./outcome.ts";
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
  /** Since the same report as `changes`; none where there is none. */
  readonly crossed: readonly CrossedLine[];
  /** Where the key results stood at earlier reports of this release, the oldest first. */
  readonly history: readonly HistoryPoint[];
  /** What has become of everything that was ever promised, so far. */
  readonly outcome: Outcome;
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
