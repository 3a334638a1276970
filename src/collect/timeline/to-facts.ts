/** A read calendar as facts of a snapshot: the believed days, and a notice for whatever does not fit. */
import { longDate } from "../../calendar.ts";
import type { Timeline, TimelineEvent } from "../../domain/facts.ts";
import type { Notice } from "../../domain/notice.ts";
import type { ReadEvent, ReadTimeline, TimelineConflict } from "../../domain/read-timeline.ts";
import { titleOf } from "./events.ts";

/** Where the calendar was read. */
export interface TimelineOrigin {
  /** Id of the source. */
  readonly source: string;
  readonly url?: string;
}

export interface TimelineFacts {
  readonly timeline: Timeline;
  readonly notices: readonly Notice[];
}

/** Events without a day are left out; ids have hyphens, as in plans: `code-freeze`. */
export function toFacts(read: ReadTimeline, { source, url }: TimelineOrigin): TimelineFacts {
  const link = url === undefined ? {} : { url };
  const notices = [
    ...read.conflicts.map((conflict) => conflictNotice(conflict, read)),
    ...Object.entries(read.superseded).map(([id, days]) => replacedNotice(id, days, read)),
    ...read.notices,
  ];
  return {
    timeline: { source, ...link, events: read.events.flatMap((event) => factOf(event) ?? []) },
    notices: notices.map((notice) => ({ ...notice, ...link })),
  };
}

function factOf(event: ReadEvent): TimelineEvent | undefined {
  const { id, what, date, endDate, instant, zone, text } = event;
  if (date === undefined) return undefined;
  // A release that is planned for a week is due at its end.
  const days = id === "release" ? { date: endDate ?? date } : { date, ...(endDate && { endDate }) };
  return {
    id: id.replaceAll("_", "-"),
    title: titleOf(id, what),
    ...days,
    ...(instant !== undefined && { instant }),
    ...(zone !== undefined && { zone }),
    text,
  };
}

function conflictNotice({ field, values, where }: TimelineConflict, read: ReadTimeline): Notice {
  const said = values.map((value, index) => `${shown(value)} (${where[index] ?? ""})`);
  return {
    code: "timeline-conflict",
    severity: "warning",
    subject: nameOf(field, read),
    message: `the release calendar says ${said.join(" and ")}; the first is used`,
  };
}

function replacedNotice(id: string, days: readonly string[], read: ReadTimeline): Notice {
  return {
    code: "timeline-moved",
    severity: "info",
    subject: nameOf(id, read),
    message: `the release calendar marks ${days.map(shown).join(" and ")} as replaced`,
  };
}

function shown(value: string): string {
  return value.includes("T") ? value : longDate(value);
}

function nameOf(id: string, { events }: ReadTimeline): string {
  return titleOf(id, events.find((event) => event.id === id)?.what ?? id);
}
