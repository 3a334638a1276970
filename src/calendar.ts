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
/**
 * Whether the text is a day that exists, as `YYYY-MM-DD`: 2020-02-30 is not. Nor are days of the first
 * hundred years, which dates in programs take for those of 1900 on.
 */
export function isCalendarDate(text: string): boolean {
  const [, year = 0, month = 0, day = 0] =
    /^(?!00)(\d{4})-(\d\d)-(\d\d)$/.exec(text)?.map(Number) ?? [];
  return day >= 1 && day <= (isLeap(year) && month === 2 ? 29 : (monthLengths[month - 1] ?? 0));
}

/** Asked thousands of times of one page: parsing with a format takes a hundred times as long. */
const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** Whether the text is a time zone that the arithmetic below knows: an IANA name, an offset such as `+02:00`. */
export function isTimeZone(text: string): boolean {
  const known = zones.get(text) ?? isKnownToIntl(text);
  zones.set(text, known);
  return known;
}

/** A snapshot names one zone many times, and asking for one is slow. */
const zones = new Map([[announcingZone, true]]);

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
  return wholeDays(asOf, endOf(event));
}

/** The instant from which an event holds: its own, else the end of its day in its zone. */
export function endOf({ instant, date, zone }: TimelineEvent): Instant {
  return instant ?? instantAt(date, 23 * 60 + 59, zone ?? announcingZone);
}

/** The zone in which an event was announced. */
export function zoneOf({ zone }: TimelineEvent): string {
  return zone ?? announcingZone;
}

function wholeDays(from: Instant, to: Instant): number {
  return Math.floor(dayjs(to).diff(dayjs(from), "day", true));
}

/** `12 November 2020`. Always English, whatever the machine speaks. */
export function longDate(date: CalendarDate): string {
  return dayjs.utc(date).format("D MMMM YYYY");
}

/** `12 Nov`, where the year goes without saying. */
export function shortDate(date: CalendarDate): string {
  return dayjs.utc(date).format("D MMM");
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

/** The day with these parts as `YYYY-MM-DD`; undefined where there is none, such as 30 February. */
export function dayFrom(year: number, month: number, day: number): CalendarDate | undefined {
  const text = [String(year).padStart(4, "0"), pad(month), pad(day)].join("-");
  return isCalendarDate(text) ? text : undefined;
}

/** Day of the week, Monday 1 to Sunday 7. */
export function weekdayOf(date: CalendarDate): number {
  return dayjs.utc(date).day() || 7;
}

/** What clocks in a zone show at an instant, and how far they are ahead of UTC. */
export interface WallTime {
  readonly date: CalendarDate;
  /** `HH:mm`. */
  readonly time: string;
  readonly offsetMinutes: number;
}

/** The wall time in an IANA zone, or one with an offset such as `+02:00`, at an instant. */
export function wallTimeAt(instant: Instant, zone: string): WallTime {
  const offsetMinutes = offsetAt(dayjs.utc(instant), zone);
  const shown = dayjs.utc(instant).add(offsetMinutes, "minute");
  return { date: shown.format("YYYY-MM-DD"), time: shown.format("HH:mm"), offsetMinutes };
}

/**
 * The instant at which clocks in a zone show `minutes` after midnight of a day; 1440 is the end of
 * it. Of two such instants (clocks were put back) the earlier one, as it counts for a deadline; a
 * time that clocks skip is read as the one that it would have been without the change.
 */
export function instantAt(date: CalendarDate, minutes: number, zone: string): Instant {
  const wall = dayjs.utc(date).add(Math.round(minutes * 60), "second");
  const before = offsetAt(wall.subtract(1, "day"), zone);
  const after = offsetAt(wall.add(1, "day"), zone);
  const fitting = [before, after]
    .map((offset) => ({ offset, instant: wall.subtract(offset, "minute") }))
    .filter(({ offset, instant }) => offsetAt(instant, zone) === offset)
    .toSorted((left, right) => left.instant.diff(right.instant));
  const [first] = fitting;
  return (first?.instant ?? wall.subtract(before, "minute")).format("YYYY-MM-DDTHH:mm:ss[Z]");
}

function offsetAt(instant: dayjs.Dayjs, zone: string): number {
  const isRuled = zone === announcingZone && instant.year() >= 2007 && instant.year() < 2038;
  return isRuled ? pacificOffset(instant) : instant.tz(zone).utcOffset();
}

/**
 * US Pacific has had one rule since 2007: summer time from the second Sunday of March to the first of
 * November, each at two in the morning. To look a zone up takes the platform some 15 ms the first time.
 */
function pacificOffset(instant: dayjs.Dayjs): number {
  const from = sundayFrom(`${instant.year()}-03-08`).add(10, "hour");
  const to = sundayFrom(`${instant.year()}-11-01`).add(9, "hour");
  return !instant.isBefore(from) && instant.isBefore(to) ? -420 : -480;
}

/** The first Sunday on a day or after it. */
function sundayFrom(date: CalendarDate): dayjs.Dayjs {
  const day = dayjs.utc(date);
  return day.add((7 - day.day()) % 7, "day");
}

function pad(part: number): string {
  return String(part).padStart(2, "0");
}

/** Seconds since 1970 of a date as HTTP headers write it: `Wed, 21 Oct 2020 07:28:00 GMT`; undefined for anything else. */
export function httpSeconds(text: string): number | undefined {
  const [, written] = /^[A-Z][a-z]{2}, (.{20}) GMT$/.exec(text) ?? [];
  const time = dayjs.utc(written ?? "", "DD MMM YYYY HH:mm:ss", true);
  return time.isValid() ? time.unix() : undefined;
}

/** An instant already, on a day that every month has: most of the many that an answer holds. */
const plainInstant =
  /^(?:19|20)\d{2}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])T(?:[01]\d|2[0-3])(?::[0-5]\d){2}Z$/;

/**
 * A date and time of RFC 3339 as an instant: `2020-10-22T10:00:00.5+02:00` is `2020-10-22T08:00:00Z`.
 * Fractions of a second are dropped. Undefined for anything else, and for the year 1, by which
 * programs in Go say that they do not know.
 */
export function parseInstant(text: string): Instant | undefined {
  if (plainInstant.test(text)) return text;
  const [, date, time, zone] =
    /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2}:\d{2})(?:\.\d{1,9})?(Z|[+-]\d{2}:\d{2})$/.exec(text) ?? [];
  if (date === undefined || !isCalendarDate(date)) return undefined;
  const instant = dayjs.utc(`${date}T${time}${zone}`);
  return instant.isValid() ? secondsOnly(instant) : undefined;
}

/** The instant so many seconds after 1970 began; undefined where that is not in the years 1970 to 9999. */
export function instantOfEpoch(seconds: number): Instant | undefined {
  const isInRange = seconds >= 0 && seconds < 253_402_300_800;
  return isInRange ? secondsOnly(dayjs.unix(Math.floor(seconds)).utc()) : undefined;
}

/** Minutes from the beginning of 1970 to an instant. */
export function epochMinutes(instant: Instant): number {
  return dayjs.utc(instant).unix() / 60;
}

/** Hours from one instant to another, with fractions; negative where `to` is earlier. */
export function hoursBetween(from: Instant, to: Instant): number {
  return dayjs(to).diff(dayjs(from), "hour", true);
}

function secondsOnly(instant: dayjs.Dayjs): Instant {
  return instant.format("YYYY-MM-DDTHH:mm:ss[Z]");
}
