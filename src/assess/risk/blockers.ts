/** What holds an item up, by facts; the first in the list is the one to end first. */
import { dayOf, daysBetween, longDate } from "../../calendar.ts";
import type { AssessedItem, ItemLink } from "../../domain/assessment.ts";
import type { WorkItem } from "../../domain/facts.ts";
import type { Blocker } from "../../domain/risk.ts";
import { isSettled } from "../../domain/stage.ts";
import type { CalendarDate, Instant } from "../../domain/time.ts";
import type { MilestoneRule } from "./milestone.ts";
import { pullBlockers } from "./pull-blockers.ts";

export interface BlockerFacts {
  readonly assessed: AssessedItem;
  readonly workItems: ReadonlyMap<string, WorkItem>;
  readonly asOf: Instant;
  readonly rule: MilestoneRule;
}

/** None for an item that is done or given up. */
export function blockersOf(facts: BlockerFacts): readonly Blocker[] {
  const { assessed, workItems } = facts;
  if (isSettled(assessed.stage)) return [];
  const works = assessed.links.flatMap(({ ref }) => workItems.get(ref) ?? []);
  const open = works.filter(({ kind, state }) => kind === "pull-request" && state === "open");
  return [
    ...assessed.waitsFor.map(unmetNeed),
    ...open.flatMap((work) => pullBlockers(work, facts)),
    ...soak(facts, works),
    ...(open.length === 0 ? withoutPull(assessed, works) : []),
  ];
}

function unmetNeed({ ref, url, state, title }: ItemLink): Blocker {
  const about = title === undefined ? "" : ` (${title})`;
  return {
    kind: "unmet-need",
    what: `needs ${ref}${about}, which is ${state ?? "unknown"}`,
    action: `finish ${ref}`,
    move: "another item",
    who: [],
    ref,
    url,
  };
}

/** A soak has begun where the step is merged; a flake on the way begins it again. */
function soak({ assessed, asOf }: BlockerFacts, works: readonly WorkItem[]): readonly Blocker[] {
  const { soaksUntil, links } = assessed;
  if (soaksUntil === undefined) return [];
  const left = daysBetween(dayOf(asOf), soaksUntil);
  const since = mergedOn(works);
  return [
    {
      kind: "soaking",
      what: `soaks until ${longDate(soaksUntil)}, ${left === 1 ? "one more day" : `${left} more days`}`,
      action: `open the next step's pull request on ${longDate(soaksUntil)}`,
      move: "nobody",
      who: [],
      ...(since === undefined ? {} : { since }),
      ...(links[0] && { ref: links[0].ref, url: links[0].url }),
    },
  ];
}

function mergedOn(works: readonly WorkItem[]): CalendarDate | undefined {
  const days = works.flatMap(({ mergedAt }) => (mergedAt === undefined ? [] : [dayOf(mergedAt)]));
  return days.toSorted().at(-1);
}

/** Nothing to merge yet: an issue, or a step that is merged and has soaked; not where nobody knows. */
function withoutPull(assessed: AssessedItem, works: readonly WorkItem[]): readonly Blocker[] {
  const { stage, soaksUntil, links, item } = assessed;
  if (soaksUntil !== undefined || stage === "excepted" || stage === "unknown") return [];
  const merged = works.filter(({ state }) => state === "merged");
  const [first] = links;
  const since = stage === "merged" ? mergedOn(merged) : createdOn(works);
  const step = item.step === undefined ? "" : ` after ${item.step}`;
  return [
    {
      kind: "no-pull-request",
      what: stage === "merged" ? `no pull request yet for the step${step}` : "no pull request yet",
      action: stage === "merged" ? "open the next step's pull request" : "open the pull request",
      move: "author",
      who: works.flatMap(({ assignees = [] }) => assignees),
      ...(since === undefined ? {} : { since }),
      ...(first && { ref: first.ref, url: first.url }),
    },
  ];
}

function createdOn(works: readonly WorkItem[]): CalendarDate | undefined {
  const days = works.flatMap(({ createdAt }) =>
    createdAt === undefined ? [] : [dayOf(createdAt)],
  );
  return days.toSorted()[0];
}
