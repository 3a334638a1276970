/** What keeps one open pull request from merging, in the order in which it is best ended. */
import { dayOf, daysBetween } from "../../calendar.ts";
import type { WorkEvent, WorkItem } from "../../domain/facts.ts";
import type { Actor, Blocker } from "../../domain/risk.ts";
import type { CalendarDate, Instant } from "../../domain/time.ts";
import { approvalOf, blockingLabels, type Approval } from "./approval.ts";
import { lacksMilestone, type MilestoneRule } from "./milestone.ts";

export interface PullContext {
  readonly asOf: Instant;
  readonly rule: MilestoneRule;
}

/** Nothing for a pull request that only waits to be merged. */
export function pullBlockers(work: WorkItem, context: PullContext): readonly Blocker[] {
  return [
    ...authors(work),
    ...labels(work),
    ...approvals(work),
    ...milestone(work, context),
    ...idle(work, context),
  ];
}

interface Finding {
  readonly kind: Blocker["kind"];
  readonly what: string;
  readonly action: string;
  readonly move: Actor;
  readonly who?: readonly string[];
  readonly since?: CalendarDate | undefined;
}

function blocker({ ref, url }: WorkItem, { since, who = [], ...finding }: Finding): Blocker {
  return { ...finding, who, ref, url, ...(since === undefined ? {} : { since }) };
}

function authors(work: WorkItem): readonly Blocker[] {
  const who = work.author === undefined ? [] : [work.author];
  const findings = [...changesRequested(work), ...conflict(work), ...checks(work), ...draft(work)];
  return findings.map((finding) => blocker(work, { ...finding, move: "author", who }));
}

type AuthorsFinding = Omit<Finding, "move" | "who">;

function changesRequested(work: WorkItem): readonly AuthorsFinding[] {
  if (work.review !== "changes-requested") return [];
  const since = lastOf(work, "reviewed", "changes-requested");
  const what = "a reviewer asked for changes";
  return [{ kind: "changes-requested", what, action: "answer the review", since }];
}

function conflict(work: WorkItem): readonly AuthorsFinding[] {
  if (work.mergeability !== "conflicting" && !hasLabel(work, "needs-rebase")) return [];
  const since = lastOf(work, "labeled", "needs-rebase");
  return [
    { kind: "needs-rebase", what: "it no longer fits its branch", action: "rebase it", since },
  ];
}

/** A check that is known not to be required stops nothing. */
function checks({ checks: all = [] }: WorkItem): readonly AuthorsFinding[] {
  return all
    .filter(({ state, isRequired }) => state === "failure" && isRequired !== false)
    .map(({ name, isRequired, since }) => ({
      kind: "failing-check",
      what: `the ${isRequired === true ? "required " : ""}check ${name} fails`,
      action: `mend or rerun ${name}`,
      since: since && dayOf(since),
    }));
}

function draft(work: WorkItem): readonly AuthorsFinding[] {
  if (work.isDraft !== true) return [];
  const since = lastOf(work, "drafted") ?? (work.createdAt && dayOf(work.createdAt));
  return [{ kind: "draft", what: "it is a draft", action: "mark it ready for review", since }];
}

/** Labels other than `needs-rebase`, which is the author's. */
function labels(work: WorkItem): readonly Blocker[] {
  return blockingLabels(work)
    .filter((label) => label !== "needs-rebase")
    .map((label) => {
      const since = lastOf(work, "labeled", label);
      if (label === "needs-ok-to-test") {
        const what = "no member has allowed its tests to run";
        return blocker(work, {
          kind: "needs-ok-to-test",
          what,
          action: "comment /ok-to-test",
          move: "reviewer",
          who: work.reviewers ?? [],
          since,
        });
      }
      return blocker(work, {
        kind: "on-hold",
        what: `the label ${label} keeps it from merging`,
        action: `clear ${label}`,
        // Only a hold is set by hand, and by whom is known; the others end with the author's edit.
        ...(label === "do-not-merge/hold" ? holder(work) : { move: "author" as const }),
        since,
      });
    });
}

function holder(work: WorkItem): Pick<Finding, "move" | "who"> {
  const event = lastEvent(work, "labeled", "do-not-merge/hold");
  return { move: "author", who: event?.actor === undefined ? [] : [event.actor] };
}

/** What changes are asked for is not approved again before they are made. */
function approvals(work: WorkItem): readonly Blocker[] {
  const approval = approvalOf(work);
  if (approval === undefined || work.review === "changes-requested") return [];
  const since = lastOf(work, "pushed") ?? (work.createdAt && dayOf(work.createdAt));
  return missingOf(work, approval).map((one) => blocker(work, { ...one, since }));
}

function missingOf(work: WorkItem, { isReviewed, isApproved, by }: Approval): readonly Finding[] {
  const isPlain = by === "review";
  const review: Finding = {
    kind: isPlain ? "missing-review" : "missing-lgtm",
    what: isPlain ? "no approving review yet" : "lgtm is missing",
    action: "review it",
    move: "reviewer",
    who: work.reviewers ?? [],
  };
  const findings = isReviewed ? [] : [review];
  return isPlain || isApproved ? findings : [...findings, missingApproval(work)];
}

function missingApproval({ assignees: who = [] }: WorkItem): Finding {
  const what = "approval is missing";
  return { kind: "missing-approval", what, action: "approve it", move: "approver", who };
}

/** The release team decides what still comes into the release. */
function milestone(work: WorkItem, { rule, asOf }: PullContext): readonly Blocker[] {
  if (!lacksMilestone(work, rule, asOf)) return [];
  return [
    blocker(work, {
      kind: "no-milestone",
      what: `it is not in the milestone ${rule.milestone}, without which nothing merges now`,
      action: `put it into ${rule.milestone}, or ask for an exception`,
      move: "release team",
      since: rule.from && dayOf(rule.from),
    }),
  ];
}

/** Two weeks: a report ago, and nobody has touched it. */
const idleDays = 14;

function idle(work: WorkItem, { asOf }: PullContext): readonly Blocker[] {
  if (work.activeAt === undefined) return [];
  const since = dayOf(work.activeAt);
  const days = daysBetween(since, dayOf(asOf));
  if (days < idleDays) return [];
  return [
    blocker(work, {
      kind: "idle",
      what: `nobody has touched it for ${days} days`,
      action: "ask its author whether it goes on",
      move: "author",
      who: work.author === undefined ? [] : [work.author],
      since,
    }),
  ];
}

function hasLabel({ labels: all = [] }: WorkItem, label: string): boolean {
  return all.includes(label);
}

function lastOf(work: WorkItem, kind: WorkEvent["kind"], what?: string): CalendarDate | undefined {
  const event = lastEvent(work, kind, what);
  return event && dayOf(event.at);
}

function lastEvent({ events = [] }: WorkItem, kind: WorkEvent["kind"], what?: string) {
  return events.findLast(
    (event) => event.kind === kind && (what === undefined || event.what === what),
  );
}
