/** What the state of an open pull request says beyond its age. */
import { withOdds } from "./odds.ts";
import { blocked, queued, stateOdds } from "./prior.ts";

/** Absent: not known, and of no effect. */
export interface Signs {
  readonly approvedDaysAgo?: number;
  /** A draft, on hold or named work in progress. */
  readonly isHeld?: boolean;
  /** Since the last review, comment or push by a person. */
  readonly idleDays?: number;
  /** Merge-ready: lgtm and approved, nothing blocking, no check failing. */
  readonly isQueued?: boolean;
  /** Waits for something named that is not done. */
  readonly isBlocked?: boolean;
}

/** Days for which an approval is new, and those at which a queue may still jam. */
const lately = 7;
const lastDays = 2;

/** The probability of the reference class, changed by what is seen. */
export function withSigns(p: number, signs: Signs | undefined, daysLeft: number): number {
  if (signs === undefined) return p;
  const seen = withOdds(p, approvalFactor(signs) * idleFactor(signs) * heldFactor(signs));
  if (signs.isBlocked === true) return Math.min(seen, blocked);
  if (signs.isQueued !== true || signs.isHeld === true) return seen;
  return Math.max(seen, daysLeft < lastDays ? queued.lastDays : queued.before);
}

function approvalFactor({ approvedDaysAgo }: Signs): number {
  if (approvedDaysAgo === undefined) return 1;
  return approvedDaysAgo <= lately ? stateOdds.approvedLately : stateOdds.approvedBefore;
}

function heldFactor({ isHeld }: Signs): number {
  return isHeld === true ? stateOdds.notReady : 1;
}

function idleFactor({ idleDays }: Signs): number {
  if (idleDays === undefined) return 1;
  if (idleDays < 3) return stateOdds.activeLately;
  if (idleDays <= 30) return 1;
  return idleDays <= 90 ? stateOdds.idleForMonths : stateOdds.abandoned;
}
