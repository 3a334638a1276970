/** All arithmetic on days and instants. The one door to dayjs; nothing here asks what time it is. */
import dayjs from "dayjs";
import customParseFormat from "dayjs/plugin/customParseFormat.js";
import timezone from "dayjs/plugin/timezone.js";
import utc from "dayjs/plugin/utc.js";
import type { TimelineEvent } from "./domain/facts.ts";
import type { CalendarDate, Instant } from "./domain/time.ts";

dayjs.extend(utc);
dayjs.extend(timezone);
dayjs.extend(customParseFormat);

/** The zone in which an event without one is read: Kubernetes announces in US Pacific. */
const announcingZone = "America/Los_Angeles";

/** Whether the text is a day that exists, as `YYYY-MM-DD`: 2020-02-30 is not. */
export function isCalendarDate(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && dayjs.utc(text, "YYYY-MM-DD", true).isValid();
}

/** Whether the text is a time zone that the arithmetic below knows: an IANA name, an offset such as `+02:00`. */
export function isTimeZone(text: string): boolean {
  const known = zones.get(text) ?? isKnownToIntl(text);
  zones.set(text, known);
  return known;
}

/** A snapshot names one zone many times, and asking for one is slow. */
const zones = new Map<string, boolean>();

function isKnownToIntl(text: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: text }).format(0) !== "";
  } catch {
    return false;
  }
}

/** Whole days from `from` to `to`; negative where `to` is earlier. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return dayjs.utc(to).diff(dayjs.utc(from), "day");
}

/** The day `days` after `date`. */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  return dayjs.utc(date).add(days, "day").format("YYYY-MM-DD");
}

/** The calendar day on which an instant falls in UTC. */
export function dayOf(instant: Instant): CalendarDate {
  return dayjs.utc(instant).format("YYYY-MM-DD");
}

/**
 * Whole days left until an event, rounded down: to its instant where it has one, else to the end
 * of its day in its own zone. Negative once it has begun.
 */
export function daysUntil(event: TimelineEvent, asOf: Instant): number {
  return Math.floor(dayjs(instantOf(event)).diff(dayjs(asOf), "day", true));
}

function instantOf(event: TimelineEvent): Instant {
  if (event.instant !== undefined) return event.instant;
  const zone = event.zone ?? announcingZone;
  return dayjs.tz(`${event.date} 23:59:00`, "YYYY-MM-DD HH:mm:ss", zone).toISOString();
}

/** `12 November 2020`. Always English, whatever the machine speaks. */
export function longDate(date: CalendarDate): string {
  return dayjs.utc(date).format("D MMMM YYYY");
}

/** `22 October 2020, 08:00 UTC`. */
export function longInstant(instant: Instant): string {
  return dayjs.utc(instant).format("D MMMM YYYY, HH:mm [UTC]");
}

/** `2 days`, `5 hours`, `less than an hour`: how long before `asOf` something was true, rounded down. */
export function age(of: Instant, asOf: Instant): string {
  const hours = dayjs(asOf).diff(dayjs(of), "hour");
  if (hours < 1) return "less than an hour";
  const [count, unit] = hours < 48 ? [hours, "hour"] : [Math.floor(hours / 24), "day"];
  return `${count} ${unit}${count === 1 ? "" : "s"}`;
}

/**
 * Reads a date as people write it in a status update: `12 November 2020`, `November 12th, 2020`,
 * `2020-11-12`. Undefined for anything else: no guess.
 */
export function parseLongDate(text: string): CalendarDate | undefined {
  const plain = text
    .replace(/(\d)(?:st|nd|rd|th)\b/, "$1")
    .replace(/\bSept\b/, "Sep")
    .replace(",", "")
    .replace(/\s+/g, " ")
    .trim();
  for (const form of ["D MMMM YYYY", "D MMM YYYY", "MMMM D YYYY", "MMM D YYYY", "YYYY-MM-DD"]) {
    const day = dayjs.utc(plain, form, true);
    if (day.isValid()) return day.format("YYYY-MM-DD");
  }
  return undefined;
}

/** Hours that a zone is ahead of UTC on a day: -8 or -7 for US Pacific. */
export function utcOffsetHours(date: CalendarDate, zone: string): number {
  return dayjs.tz(`${date} 12:00`, "YYYY-MM-DD HH:mm", zone).utcOffset() / 60;
}
