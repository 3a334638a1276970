import type { Release } from "./release.ts";
import type { CalendarDate, Instant } from "./time.ts";

/** Where facts came from. Facts name their source by `id`; everything about it is said once, here. */
export interface Source {
  readonly id: string;
  /** What kind of source: `github`, `timeline`, `coverage`, `jobs`, `deck`… */
  readonly kind: string;
  readonly title: string;
  readonly url: string;
  readonly retrievedAt: Instant;
  /** For files in git: the commit that was read. */
  readonly commit?: string;
  /** `carried`: it failed this time, its facts are those of an earlier snapshot; `failed`: there are none. */
  readonly status: "ok" | "carried" | "failed";
  readonly message?: string;
}

/** A pull request or an issue. Absent fields are not known. */
export interface WorkItem {
  /** `owner/name#123`. */
  readonly ref: string;
  readonly kind: "pull-request" | "issue";
  readonly state?: "open" | "closed" | "merged";
  /** Why an issue was closed. */
  readonly stateReason?: "completed" | "not-planned" | "duplicate";
  readonly title?: string;
  readonly url: string;
  readonly author?: string;
  readonly isDraft?: boolean;
  readonly labels?: readonly string[];
  /** GitHub's milestone, by title. */
  readonly milestone?: string;
  readonly createdAt?: Instant;
  readonly updatedAt?: Instant;
  readonly mergedAt?: Instant;
  readonly closedAt?: Instant;
  /** Id of the source of these facts. */
  readonly source: string;
}

/** Coverage of something countable (endpoints, lines) by release, as of one export. Counts, never percentages. */
export interface CoverageSnapshot {
  readonly source: string;
  /** Id of the source of `debt`, where it is another file. */
  readonly debtSource?: string;
  readonly ineligibleSource?: string;
  readonly unit: string;
  /** What was true at each release, oldest first. */
  readonly releases: readonly ReleaseCoverage[];
  /** Where today's debt lies, by the release that promoted, oldest first. Absent where the source has none. */
  readonly debt?: readonly ReleaseDebt[];
  /** Names that are declared not to count, sorted. */
  readonly ineligible?: readonly string[];
}

export interface ReleaseCoverage {
  readonly release: Release;
  readonly total: number;
  readonly tested: number;
  /** Promoted in this release; those of them with a test; older ones first tested in it; those still without. */
  readonly promoted?: number;
  readonly newTested?: number;
  readonly newWithTests?: number;
  readonly oldTested?: number;
  readonly stillUntested?: number;
}

export interface ReleaseDebt {
  readonly release: Release;
  readonly promoted: number;
  readonly untested: number;
}

/** The calendar of one release. */
export interface Timeline {
  readonly source: string;
  readonly url: string;
  readonly events: readonly TimelineEvent[];
  /** First and last day of earlier releases, oldest first, to compare the length of the cycle. */
  readonly earlierCycles?: readonly Cycle[];
}

export interface Cycle {
  readonly release: Release;
  readonly start: CalendarDate;
  readonly end: CalendarDate;
}

/**
 * A dated event. Its `id` gives it its meaning where it is one of `knownEvents`: `start`,
 * `enhancements-freeze`, `code-freeze`, `test-freeze`, `docs-freeze`, `release`.
 */
export interface TimelineEvent {
  readonly id: string;
  readonly title: string;
  readonly date: CalendarDate;
  readonly endDate?: CalendarDate;
  /** For a freeze: the instant from which it holds. */
  readonly instant?: Instant;
  /** IANA zone in which it was announced, e.g. `America/Los_Angeles`. */
  readonly zone?: string;
  /** What the source wrote. */
  readonly text?: string;
}

/** One CI job on one instance; a job of the same name elsewhere is another job. */
export interface CiJob {
  readonly name: string;
  /** Host that runs it, e.g. `prow.k8s.io`. */
  readonly instance: string;
  readonly state: "passing" | "failing" | "flaking" | "unknown";
  readonly since?: CalendarDate;
  readonly note?: string;
  readonly url: string;
  readonly source: string;
}
