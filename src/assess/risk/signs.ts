/** What is seen of an open pull request beyond its age. */
import { dayOf, daysBetween } from "../../calendar.ts";
import type { WorkEvent, WorkItem } from "../../domain/facts.ts";
import type { Instant } from "../../domain/time.ts";
import type { Signs } from "../../forecast/signs.ts";
import { approvalOf, isMergeReady } from "./approval.ts";

/** What is not known stays absent, and is of no effect. */
export function signsOf(work: WorkItem, asOf: Instant, isWelcome: boolean): Signs {
  const { activeAt } = work;
  const approvedDaysAgo = approvalAge(work, asOf);
  return {
    ...(approvedDaysAgo === undefined ? {} : { approvedDaysAgo }),
    ...(activeAt === undefined ? {} : { idleDays: daysSince(activeAt, asOf) }),
    isHeld: isHeld(work),
    isQueued: isWelcome && isQueued(work),
  };
}

/** Approved, nothing blocking, no check failing that might be required. */
export function isQueued(work: WorkItem): boolean {
  const { checks = [] } = work;
  const isFailing = checks.some(
    ({ state, isRequired }) => state === "failure" && isRequired !== false,
  );
  return isMergeReady(work) && !isFailing;
}

/** Days since the last approval that still holds; of one without a date it is only known that it is there. */
function approvalAge(work: WorkItem, asOf: Instant): number | undefined {
  const approval = approvalOf(work);
  if (approval === undefined || !(approval.isReviewed || approval.isApproved)) return undefined;
  const event = work.events?.findLast(isApproval);
  return event === undefined ? Infinity : daysSince(event.at, asOf);
}

function isApproval({ kind, what = "" }: WorkEvent): boolean {
  if (kind === "labeled") return what === "lgtm" || what === "approved";
  return kind === "reviewed" && what === "approved";
}

const holds = ["do-not-merge/hold", "do-not-merge/work-in-progress"];

function isHeld({ isDraft, labels = [] }: WorkItem): boolean {
  return isDraft === true || labels.some((label) => holds.includes(label));
}

function daysSince(instant: Instant, asOf: Instant): number {
  return Math.max(0, daysBetween(dayOf(instant), dayOf(asOf)));
}
