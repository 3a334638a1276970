/** Calendar files (RFC 5545). One of two doors to ical.js; the other writes them. */
import ICAL from "ical.js";
import { instantAt, isTimeZone, wallTimeAt } from "../../calendar.ts";
import { SourceError } from "../../domain/errors.ts";
import type { Statement, TimelineFormat } from "./contract.ts";
import type { Reading, WrittenDay } from "./dates/written.ts";
import { ownRelease } from "./markdown/own-release.ts";
import { weekIn } from "./when.ts";

export const ics: TimelineFormat = {
  name: "calendar file",
  recognizes: (text) => /^\s*BEGIN:VCALENDAR\b/i.test(text),
  read(text, { where, release: asked }) {
    const release = asked ?? ownRelease(text);
    if (release === undefined) {
      throw new SourceError(`${where} names no release`, { code: "timeline" });
    }
    const lines = text
      .split(/\r?\n/)
      .flatMap((line, index) => (/^BEGIN:VEVENT\b/i.test(line) ? [index + 1] : []));
    const statements = eventsOf(text, where).flatMap((event, index) => {
      const statement = statementOf(event, lines[index] ?? 1);
      return statement === undefined ? [] : [statement];
    });
    return { release, statements, notices: [] };
  },
};

/** The library throws errors of several kinds for a damaged file, some of them only when asked for a value. */
function eventsOf(text: string, where: string): readonly Said[] {
  try {
    const calendar = new ICAL.Component(
      ICAL.parse(text) as ConstructorParameters<typeof ICAL.Component>[0],
    );
    return calendar.getAllSubcomponents("vevent").map(saidBy);
  } catch (error) {
    throw new SourceError(`${where} is a damaged calendar file`, {
      code: "malformed",
      hint: error instanceof Error ? error.message : "",
      cause: error,
    });
  }
}

/** What is used of an event. */
interface Said {
  readonly summary: string;
  readonly description: string;
  readonly start: ICAL.Time | undefined;
  readonly end: ICAL.Time | undefined;
  /** Zone of the start, where it names one. */
  readonly zone: string | undefined;
}

function saidBy(event: ICAL.Component): Said {
  const start = event.getFirstProperty("dtstart");
  return {
    summary: textOf(event, "summary"),
    description: textOf(event, "description"),
    start: timeOf(event, "dtstart"),
    end: timeOf(event, "dtend"),
    zone: start?.getFirstParameter("tzid"),
  };
}

function textOf(event: ICAL.Component, name: string): string {
  const value = event.getFirstPropertyValue(name);
  return typeof value === "string" ? value : "";
}

function timeOf(event: ICAL.Component, name: string): ICAL.Time | undefined {
  const value = event.getFirstPropertyValue(name);
  return value instanceof ICAL.Time ? value : undefined;
}

function statementOf(
  { summary, description, start, end, zone }: Said,
  line: number,
): Statement | undefined {
  // Many calendars put a picture in front of the name.
  const what = summary.replace(/^[^\p{L}\p{N}"'(]+/u, "").trim();
  if (what === "" || start === undefined) return undefined;
  const week = weekIn(description.slice(0, 200));
  const text = start.toString();
  const reading = start.isDate ? dayReading(start, end, text) : timeReading(start, zone, text);
  return {
    what,
    when: { readings: [reading], isStruck: false, start: 0, end: text.length },
    replaced: [],
    ...(week !== undefined && { week }),
    place: { name: "calendar", kind: "table" },
    line,
    text: summary,
  };
}

/** The end of a whole-day event is the day behind it. */
function dayReading(start: ICAL.Time, end: ICAL.Time | undefined, text: string): Reading {
  const last = end?.clone();
  last?.adjust(-1, 0, 0, 0);
  const isRange = last !== undefined && last.compare(start) > 0;
  return { day: writtenDay(start), ...(isRange && { end: writtenDay(last) }), text };
}

/** In UTC; a time without a zone says the day only. */
function timeReading(start: ICAL.Time, zone: string | undefined, text: string): Reading {
  const clock = start.hour * 60 + start.minute;
  const day = writtenDay(start);
  if (zone === undefined)
    return text.endsWith("Z") ? { day, clock, zone: "utc", text } : { day, text };
  if (!isTimeZone(zone)) return { day, text };
  const utc = wallTimeAt(instantAt(text.slice(0, 10), clock, zone), "UTC");
  const [year = 0, month = 0, number = 0] = utc.date.split("-").map(Number);
  const [hours = 0, minutes = 0] = utc.time.split(":").map(Number);
  return { day: { year, month, day: number }, clock: hours * 60 + minutes, zone: "utc", text };
}

function writtenDay({ year, month, day }: ICAL.Time): WrittenDay {
  return { year, month, day };
}
