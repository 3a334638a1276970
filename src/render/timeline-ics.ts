/** A release calendar as a calendar file (RFC 5545). One of two doors to ical.js; the other reads them. */
import ICAL from "ical.js";
import { addDays } from "../calendar.ts";
import type { Timeline, TimelineEvent } from "../domain/facts.ts";
import type { Release } from "../domain/release.ts";
import type { CalendarDate, Instant } from "../domain/time.ts";

// A line holds 75 bytes; the library does not count the blank in front of a line that goes on.
ICAL.foldLength = 74;

export interface CalendarInput {
  readonly release: Release;
  readonly timeline: Pick<Timeline, "events" | "url">;
  /** When it was true: the file is dated by its data, not by a clock. */
  readonly at: Instant;
}

/**
 * Whole days for days, the instant for what has one. The same event keeps its UID from file to file,
 * so that a calendar moves it where its day has moved.
 */
export function timelineIcs({ release, timeline, at }: CalendarInput): string {
  const calendar = new ICAL.Component("vcalendar");
  calendar.addPropertyWithValue("version", "2.0");
  calendar.addPropertyWithValue("prodid", "-//release-deck//release calendar//EN");
  calendar.addPropertyWithValue("method", "PUBLISH");
  calendar.addPropertyWithValue("x-wr-calname", `Release ${release}`);
  for (const event of timeline.events) {
    const entry = entryOf(event, release, timeline.url);
    entry.addPropertyWithValue("dtstamp", timeAt(at));
    calendar.addSubcomponent(entry);
  }
  return `${calendar.toString()}\r\n`;
}

function entryOf(event: TimelineEvent, release: Release, url: string | undefined): ICAL.Component {
  const entry = new ICAL.Component("vevent");
  entry.addPropertyWithValue("uid", `${release}-${event.id}@release-deck`);
  for (const [name, value] of timesOf(event)) entry.addPropertyWithValue(name, value);
  entry.addPropertyWithValue("summary", plain(`${release}: ${event.title}`));
  if (event.text !== undefined) entry.addPropertyWithValue("description", plain(event.text));
  if (url !== undefined) entry.addPropertyWithValue("url", plain(url));
  // A release day keeps nobody from meeting.
  entry.addPropertyWithValue("transp", "TRANSPARENT");
  return entry;
}

/** A whole day ends before the next one begins; an instant has no length. */
function timesOf({ date, endDate, instant }: TimelineEvent) {
  if (instant !== undefined) return [["dtstart", timeAt(instant)]] as const;
  return [
    ["dtstart", dayAt(date)],
    ["dtend", dayAt(addDays(endDate ?? date, 1))],
  ] as const;
}

function dayAt(date: CalendarDate): ICAL.Time {
  return ICAL.Time.fromDateString(date);
}

function timeAt(instant: Instant): ICAL.Time {
  return ICAL.Time.fromDateTimeString(`${instant.slice(0, 19)}Z`);
}

/** The format has no way to write control characters. */
function plain(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, " ").toWellFormed();
}
