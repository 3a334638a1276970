/** What exceptions to the freezes mean for the items of a plan. */
import { daysUntil, longDate } from "../calendar.ts";
import type { FreezeException } from "../domain/facts.ts";
import type { Notice } from "../domain/notice.ts";
import type { Contribution, Plan } from "../domain/plan.ts";
import { refKey } from "../domain/ref.ts";
import type { Snapshot } from "../domain/snapshot.ts";
import type { Instant } from "../domain/time.ts";

export interface ExceptionFinding {
  /** `an exception to the code freeze was approved on 13 November 2020`. */
  readonly words: string;
  /** It was approved, and the freeze that it is about has begun. */
  readonly isInForce: boolean;
  /** Leave to come in after the freeze that binds the item, begun or not. */
  readonly leave?: "asked for" | "granted";
  /** Id of the source that tells of it. */
  readonly source: string;
}

type Facts = Pick<Snapshot, "exceptions" | "timeline">;

export interface BoundItem {
  readonly item: Contribution;
  /** Id of the event that binds its key result. */
  readonly freeze: string | undefined;
  readonly asOf: Instant;
}

/** The newest exception that names one of the item's references; undefined where there is none. */
export function exceptionOf(facts: Facts, bound: BoundItem): ExceptionFinding | undefined {
  const exception = newestFor(facts, bound.item);
  if (exception === undefined) return undefined;
  const isAbout = bound.freeze ?? exception.freeze;
  const isBinding = exception.freeze === undefined || exception.freeze === isAbout;
  const event = facts.timeline?.events.find(({ id }) => id === isAbout);
  const hasBegun = event !== undefined && daysUntil(event, bound.asOf) < 0;
  const isInForce = exception.status === "approved" && isBinding && hasBegun;
  const leave = isBinding ? leaves.get(exception.status) : undefined;
  const { source } = exception;
  return { words: wordsOf(exception), isInForce, source, ...(leave && { leave }) };
}

const leaves: ReadonlyMap<string, NonNullable<ExceptionFinding["leave"]>> = new Map([
  ["requested", "asked for"],
  ["approved", "granted"],
]);

/** Items whose exception was denied: their freeze holds. */
export function exceptionNotices(plan: Plan, facts: Facts): readonly Notice[] {
  const items = plan.objectives.flatMap(({ keyResults }) =>
    keyResults.flatMap(({ groups }) => groups.flatMap((group) => group.items)),
  );
  return items.flatMap((item) => {
    const exception = newestFor(facts, item);
    if (exception?.status !== "denied") return [];
    const { title: subject, at } = item;
    const url = exception.url === undefined ? {} : { url: exception.url };
    const message = wordsOf(exception);
    return [{ code: "exception-denied", severity: "warning", subject, message, at, ...url }];
  });
}

function newestFor({ exceptions = [] }: Facts, { refs }: Contribution) {
  const keys = new Set(refs.map(refKey));
  return exceptions
    .filter(({ issue = "", pulls }) => [issue, ...pulls].some((key) => keys.has(key)))
    .toSorted((left, right) => (dateOf(left) < dateOf(right) ? 1 : -1))[0];
}

function dateOf({ reviewed, requested }: FreezeException): string {
  return reviewed ?? requested ?? "";
}

/** Older lists do not say which freeze an exception is about. */
function wordsOf({ freeze, status, reviewed }: FreezeException): string {
  const which = freeze === undefined ? "a freeze" : `the ${freeze.replaceAll("-", " ")}`;
  const day = reviewed === undefined || status === "requested" ? "" : ` on ${longDate(reviewed)}`;
  return `an exception to ${which} was ${status}${day}`;
}
