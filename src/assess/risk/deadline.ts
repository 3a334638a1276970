/** The freeze that binds a key result: when it is, and what an item must be by then. */
import { endOf, epochMinutes, zoneOf } from "../../calendar.ts";
import type { Timeline, TimelineEvent } from "../../domain/facts.ts";
import type { CalendarDate, Instant } from "../../domain/time.ts";
import type { Gate } from "../../forecast/prior.ts";
import { lastSafeDay } from "../../forecast/safe-date.ts";

export interface Freeze {
  readonly event: TimelineEvent;
  readonly instant: Instant;
  readonly zone: string;
  /** The instant in minutes since 1970. */
  readonly minutes: number;
  /** The last whole day before it. */
  readonly lastDay: CalendarDate;
  /** What it asks for; code freeze lets in what is merge-ready. */
  readonly asks: "merge-ready" | "merged" | "promoted" | "done";
}

/** What is bound where a plan does not say by which freeze. */
const usualFreeze = "code-freeze";

/** Undefined where the calendar does not hold the event. */
export function freezeOf(
  timeline: Timeline | undefined,
  id: string = usualFreeze,
): Freeze | undefined {
  const event = timeline?.events.find((one) => one.id === id);
  if (event === undefined) return undefined;
  const instant = endOf(event);
  const zone = zoneOf(event);
  const lastDay = lastSafeDay({ instant, zone }, []);
  return { event, instant, zone, minutes: epochMinutes(instant), lastDay, asks: asked(id) };
}

function asked(id: string): Freeze["asks"] {
  if (id === "code-freeze") return "merge-ready";
  if (id === "test-freeze") return "promoted";
  return id === "release" ? "done" : "merged";
}

/** What a repository's own gate is: the lift towards a freeze was measured on these two, and only there. */
export function gateOf(repo: string, { event: { id } }: Freeze): Gate {
  if (repo === "kubernetes/enhancements" && id === "enhancements-freeze") return "hard-gate";
  const isCode = id === "code-freeze" || id === "test-freeze";
  return repo === "kubernetes/kubernetes" && isCode ? "code-freeze" : "none";
}

const freezes = ["enhancements-freeze", "code-freeze", "test-freeze", "docs-freeze", "release"];

/** Until when an exception lets work in that has missed its freeze: no list says it, so the next freeze is taken. */
export function nextFreeze(timeline: Timeline | undefined, freeze: Freeze): Freeze | undefined {
  const later = freezes
    .flatMap((id) => freezeOf(timeline, id) ?? [])
    .filter(({ minutes }) => minutes > freeze.minutes);
  return later.toSorted((left, right) => left.minutes - right.minutes)[0];
}
