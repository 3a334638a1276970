/** One release calendar by itself, outside of any plan: read, shown day by day, written as a calendar file. */
import { daysBetween, weekdayOf } from "../calendar.ts";
import type { ReadEvent, ReadTimeline } from "../domain/read-timeline.ts";
import { parseRelease, type Release } from "../domain/release.ts";
import type { CollectEffects } from "./collect-snapshot.ts";

/** A calendar's text, and what is known about it beforehand. */
export interface CalendarText {
  /** The text's file or address, for messages; or a release, whose number is then known. */
  readonly place: string;
  readonly text: string;
  /** Which release of a file that holds several. */
  readonly release?: Release;
}

/** Throws a SourceError for a text that is no release calendar. */
export async function readCalendar({ place, text, release }: CalendarText): Promise<ReadTimeline> {
  const { readTimeline } = await import("../collect/timeline/read-timeline.ts");
  const asked = release ?? parseRelease(place);
  return readTimeline(text, { where: place, ...(asked !== undefined && { release: asked }) });
}

/**
 * The text of a calendar at an address, or of SIG Release's calendar of a release such as `1.20`.
 * Throws a SourceError where the net does not give it.
 */
export async function fetchCalendar(
  effects: Pick<CollectEffects, "web" | "pause">,
  place: string,
): Promise<string> {
  const [{ readWeb }, { maxCalendarBytes, rawAddressOf }] = await Promise.all([
    import("../collect/read-web.ts"),
    import("../collect/timeline/addresses.ts"),
  ]);
  const release = parseRelease(place);
  const url = release === undefined ? place : rawAddressOf(release);
  const { text } = await readWeb(effects, { url, maxBytes: maxCalendarBytes });
  return text;
}

/** An event as a person wants to see it. */
export interface CalendarRow {
  readonly event: ReadEvent;
  /** `Mon`; absent where there is no day. */
  readonly weekday?: string;
  /** From the start of the cycle, where it is known. */
  readonly daysFromStart?: number;
}

/** All events by day; those without one at the end. */
export function calendarRows({ events, dates: { start } }: ReadTimeline): readonly CalendarRow[] {
  const byDay = events.toSorted((left, right) =>
    (left.date ?? "9999") < (right.date ?? "9999") ? -1 : Number(left.date !== right.date),
  );
  return byDay.map((event) => {
    const { date } = event;
    if (date === undefined) return { event };
    const weekday = weekdays[weekdayOf(date) - 1] ?? "";
    return { event, weekday, ...(start && { daysFromStart: daysBetween(start, date) }) };
  });
}

const weekdays = "Mon Tue Wed Thu Fri Sat Sun".split(" ");

/** As a calendar file, dated by its first day, so that the same calendar gives the same bytes. */
export async function calendarFile(read: ReadTimeline): Promise<string> {
  const [{ toFacts }, { timelineIcs }] = await Promise.all([
    import("../collect/timeline/to-facts.ts"),
    import("../render/timeline-ics.ts"),
  ]);
  const { timeline } = toFacts(read, { source: "timeline" });
  const [first = "1970-01-01"] = timeline.events.map(({ date }) => date).toSorted();
  return timelineIcs({ release: read.release, timeline, at: `${first}T00:00:00Z` });
}
