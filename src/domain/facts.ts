import type { Release } from "./release.ts";
import type { CalendarDate, Instant } from "./time.ts";

/** Where facts came from. Facts name their source by `id`; everything about it is said once, here. */
export interface Source {
  readonly id: string;
  /** What kind of source: `github`, `timeline`, `coverage`, `jobs`, `deck`… */
  readonly kind: string;
  readonly title: string;
  /** Absent for a file of one's own. */
  readonly url?: string;
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
  /** Its author is a program. */
  readonly isBot?: boolean;
  readonly isDraft?: boolean;
  /** The branch that it is to be merged into. */
  readonly baseBranch?: string;
  readonly labels?: readonly string[];
  /** GitHub's milestone, by title. */
  readonly milestone?: string;
  readonly createdAt?: Instant;
  readonly updatedAt?: Instant;
  readonly mergedAt?: Instant;
  readonly closedAt?: Instant;
  /** Last comment, review or push by a person; what programs do is no activity. */
  readonly activeAt?: Instant;
  readonly review?: "approved" | "changes-requested" | "required";
  /** Logins that a review was asked of, and those that it is assigned to. */
  readonly reviewers?: readonly string[];
  readonly assignees?: readonly string[];
  readonly mergeability?: "mergeable" | "conflicting";
  readonly isInMergeQueue?: boolean;
  readonly checks?: readonly Check[];
  /** What happened to it, oldest first. */
  readonly events?: readonly WorkEvent[];
  /** Of a pull request the issues that it closes, of an issue the pull requests that close it. */
  readonly closes?: readonly string[];
  readonly closedBy?: readonly string[];
  /** The reference that was asked for, where the repository or the issue has moved since. */
  readonly movedFrom?: string;
  /** Id of the source of these facts. */
  readonly source: string;
}

/** A check or commit status on the newest commit of a pull request. */
export interface Check {
  readonly name: string;
  readonly state: "success" | "failure" | "pending" | "neutral";
  /** Whether it must succeed before the merge. */
  readonly isRequired?: boolean;
  readonly url?: string;
  readonly since?: Instant;
}

/** Something that happened to a pull request or issue. */
export interface WorkEvent {
  readonly kind:
    | "labeled"
    | "unlabeled"
    | "milestoned"
    | "demilestoned"
    | "merged"
    | "closed"
    | "reopened"
    | "ready-for-review"
    | "drafted"
    | "reviewed"
    | "review-requested"
    | "pushed"
    | "renamed";
  readonly at: Instant;
  /** Login; absent for a deleted account. */
  readonly actor?: string;
  /** The label, the milestone, the verdict of the review, the earlier title. */
  readonly what?: string;
}

/** Coverage of something countable (endpoints, lines) by release, as of one export. Counts, never percentages. */
export interface CoverageSnapshot {
  readonly source: string;
  /** Id of the source of `debt`, where it is another file. */
  readonly debtSource?: string;
  readonly ineligibleSource?: string;
  readonly endpointsSource?: string;
  readonly categoriesSource?: string;
  readonly unit: string;
  /** What was true at each release, oldest first. */
  readonly releases: readonly ReleaseCoverage[];
  /** Where today's debt lies, by the release that promoted, oldest first. Absent where the source has none. */
  readonly debt?: readonly ReleaseDebt[];
  /** Names that are declared not to count, sorted. */
  readonly ineligible?: readonly string[];
  /** What counts, one by one, sorted by name, where the source tells. */
  readonly endpoints?: readonly Endpoint[];
  /** Where people can look at `endpoints` by what a row of the plan's release counts, and at `ineligible`. */
  readonly pages?: Readonly<Partial<Record<"newTested" | "oldTested" | "ineligible", string>>>;
  /** All that is stable, whether it counts or not, by category, sorted. As of the plan's release. */
  readonly categories?: readonly CategoryCoverage[];
}

/** One thing that counts: since when, and since when it is tested; absent: it is not. */
export interface Endpoint {
  readonly name: string;
  readonly promoted: Release;
  readonly tested?: Release;
}

export interface CategoryCoverage {
  readonly category: string;
  readonly total: number;
  readonly tested: number;
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
  readonly url?: string;
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
  /** What the release team makes of it: a blocking job that fails stops a release. */
  readonly role?: "blocking" | "informing";
  /** Finished runs that are known, newest first. */
  readonly runs?: readonly CiRun[];
  readonly url: string;
  readonly source: string;
}

/** One finished run of a job. */
export interface CiRun {
  /** Kept as text: such ids outgrow what a number may hold. */
  readonly id: string;
  readonly state: "passed" | "failed" | "aborted";
  readonly startedAt: Instant;
  readonly url?: string;
}

/** An exception to a freeze that somebody asked for. */
export interface FreezeException {
  readonly name: string;
  /** The enhancement's issue, e.g. `kubernetes/enhancements#1234`. */
  readonly issue?: string;
  /** References of the pull requests that it is about. */
  readonly pulls: readonly string[];
  readonly freeze?: "enhancements-freeze" | "code-freeze" | "docs-freeze";
  readonly status: "requested" | "approved" | "denied" | "withdrawn";
  readonly requested?: CalendarDate;
  readonly reviewed?: CalendarDate;
  readonly url?: string;
  readonly source: string;
}

/** A Kubernetes enhancement proposal, by its `kep.yaml`. */
export interface Enhancement {
  /** Its tracking issue, e.g. `kubernetes/enhancements#1333`. */
  readonly ref: string;
  readonly title: string;
  readonly status?: string;
  readonly stage?: "alpha" | "beta" | "stable" | "deprecated" | "disabled" | "removed";
  /** The release for which it is planned last. */
  readonly release?: Release;
  /** By stage, the release in which it reaches it. */
  readonly milestones: Readonly<Record<string, Release>>;
  readonly url: string;
  readonly source: string;
}

/** A regular meeting, and when it is next by its rule. */
export interface Meeting {
  readonly title: string;
  /** The rule as people wrote it: `biweekly`, `First Wednesday of the month`. */
  readonly rule: string;
  /** Undefined where the rule does not determine it; `because` then says why. */
  readonly next?: Instant;
  readonly zone?: string;
  readonly because?: string;
  readonly agendaUrl?: string;
  readonly slack?: string;
  readonly mailingList?: string;
  readonly source: string;
}
