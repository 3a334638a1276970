/** What an item still has to go through: the step that it is at, and the soaks and steps after it. */
import { addDays, dayOf, daysBetween } from "../../calendar.ts";
import type { AssessedItem } from "../../domain/assessment.ts";
import type { WorkItem } from "../../domain/facts.ts";
import type { Step } from "../../domain/plan.ts";
import type { CalendarDate, Instant } from "../../domain/time.ts";
import { usualReviewDays, type Remaining } from "../../forecast/safe-date.ts";

export interface Route {
  /**
   * What the present step waits for: an open pull request, the first one of an issue, a pull request
   * that is still to be opened, or nothing but time.
   */
  readonly begins: "pull" | "issue" | "time";
  /** Name of the step whose end is the next that counts; undefined where the plan names none. */
  readonly step: string | undefined;
  /** Days to wait before each step after that one, in their order. */
  readonly waits: readonly number[];
  /** What must fit between the end of that step and the freeze. */
  readonly remaining: readonly Remaining[];
  /** A soak that runs already: its last day. */
  readonly soaksUntil?: CalendarDate;
}

export interface RouteFacts {
  readonly assessed: AssessedItem;
  readonly workflow: readonly Step[];
  /** What is known of the item's references. */
  readonly works: readonly WorkItem[];
  readonly asOf: Instant;
}

/** An item whose step the plan does not name is at the last one: see `stageOf`. */
export function routeOf(facts: RouteFacts): Route {
  const { assessed, workflow, works } = facts;
  const at = workflow.findIndex(({ step }) => step === assessed.item.step);
  const isLast = at === -1 || at === workflow.length - 1;
  if (["merged", "soaking"].includes(assessed.stage) && !isLast) return afterMerge(facts, at);
  const hasPull = works.some(({ kind, state }) => kind === "pull-request" && state === "open");
  const begins = hasPull ? "pull" : "issue";
  const steps = isLast ? workflow.slice(-1) : workflow.slice(at);
  const [now] = steps;
  if (begins === "issue" && isTicket(now)) {
    // The first pull request of an issue is that of the step after it.
    return { begins, step: now?.step, waits: waitsIn(steps.slice(1)), remaining: remains(steps) };
  }
  return { begins, step: now?.step, waits: waitsIn(steps), remaining: remains(steps) };
}

/** A step that is a ticket and no work of its own, by its name. */
function isTicket(step: Step | undefined): boolean {
  return step !== undefined && /\b(?:issue|ticket)\b/i.test(step.step);
}

function afterMerge({ assessed, workflow, works, asOf }: RouteFacts, at: number): Route {
  const steps = workflow.slice(at + 1);
  const soaksUntil = assessed.soaksUntil ?? unknownSoak(workflow[at], works, asOf);
  const left = soaksUntil === undefined ? 0 : Math.max(0, daysBetween(dayOf(asOf), soaksUntil));
  return {
    begins: "time",
    step: steps[0]?.step,
    waits: [left, ...waitsIn(steps)],
    remaining: remains(steps),
    ...(soaksUntil === undefined ? {} : { soaksUntil }),
  };
}

/** Where nobody says since when it soaks, the whole soak is still to come. */
function unknownSoak(
  step: Step | undefined,
  works: readonly WorkItem[],
  asOf: Instant,
): CalendarDate | undefined {
  const isDated = works.some(({ mergedAt, closedAt }) => (mergedAt ?? closedAt) !== undefined);
  if (step === undefined || step.soakDays === 0 || isDated) return undefined;
  return addDays(dayOf(asOf), step.soakDays);
}

/** The soak of each step that another one follows. */
function waitsIn(steps: readonly Step[]): readonly number[] {
  return steps.slice(0, -1).map(({ soakDays }) => soakDays);
}

/** The last step has no soak that counts: what is merged then has landed. */
function remains(steps: readonly Step[]): readonly Remaining[] {
  return steps.slice(0, -1).map(({ soakDays }) => ({ soakDays, reviewDays: usualReviewDays }));
}
