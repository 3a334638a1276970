/** The milestone that a pull request needs to merge once its release is frozen. */
import { endOf } from "../../calendar.ts";
import type { Timeline, WorkItem } from "../../domain/facts.ts";
import type { Release } from "../../domain/release.ts";
import type { Instant } from "../../domain/time.ts";

export interface MilestoneRule {
  /** Title on GitHub, e.g. `v1.20`. */
  readonly milestone: string;
  /** From when on nothing merges without it; undefined: no calendar says so. */
  readonly from?: Instant;
}

/** From code freeze on, Tide merges into kubernetes/kubernetes only what is in the milestone. */
export function milestoneRule(release: Release, timeline: Timeline | undefined): MilestoneRule {
  const freeze = timeline?.events.find(({ id }) => id === "code-freeze");
  const milestone = `v${release}`;
  return freeze === undefined ? { milestone } : { milestone, from: endOf(freeze) };
}

/** Where a source tells its labels, it would tell its milestone, too. */
export function lacksMilestone(
  work: WorkItem,
  { milestone, from }: MilestoneRule,
  asOf: Instant,
): boolean {
  const isAsked =
    from !== undefined && asOf >= from && work.ref.startsWith("kubernetes/kubernetes#");
  return isAsked && work.labels !== undefined && work.milestone !== milestone;
}
