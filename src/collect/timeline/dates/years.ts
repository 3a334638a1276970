/** Which year a day without one lies in: by what the document says, by its weekdays, by the release's number. */
import { addDays, dayFrom, daysBetween, weekdayOf } from "../../../calendar.ts";
import type { Release } from "../../../domain/release.ts";
import type { CalendarDate } from "../../../domain/time.ts";
import type { WrittenDay } from "./written.ts";

/** A day near which the others of the document lie, and how it is known. */
export interface Anchor {
  readonly day: CalendarDate;
  readonly from: "document" | "weekdays" | "release";
}

/** Undefined where the document has no year and its release no known time: then no year is a guess worth making. */
export function anchorOf(days: readonly WrittenDay[], release: Release): Anchor | undefined {
  const expected = expectedMiddle(release);
  const written = days.flatMap(({ year, month, day }) => {
    const date = year && month && day ? dayFrom(year, month, day) : undefined;
    return date === undefined ? [] : [date];
  });
  if (written.length > 0) return { day: nearest(written, expected), from: "document" };
  if (expected === undefined) return undefined;
  return byWeekdays(days, expected);
}

/** The day in the year that brings it nearest to the anchor; undefined where that year has no such day. */
export function dayNear(
  anchor: CalendarDate,
  month: number,
  day: number,
): CalendarDate | undefined {
  const year = Number(anchor.slice(0, 4));
  const months = [year - 1, year, year + 1].map(
    (candidate) => dayFrom(candidate, month, 15) ?? anchor,
  );
  return dayFrom(Number(nearest(months, anchor).slice(0, 4)), month, day);
}

/** Calendars repeat after five years at the earliest, so that three to either side decide it. */
const years = [0, 1, -1, 2, -2, 3, -3];

function byWeekdays(days: readonly WrittenDay[], expected: CalendarDate): Anchor {
  const scores = years.map((offset) => {
    const day = addDays(expected, Math.round(offset * 365.25));
    return { day, right: days.filter((written) => fits(written, day)).length };
  });
  const best = scores.reduce((first, other) => (other.right > first.right ? other : first));
  return { day: best.day, from: best.right > 0 ? "weekdays" : "release" };
}

function fits({ month, day, weekday }: WrittenDay, anchor: CalendarDate): boolean {
  if (month === undefined || day === undefined || weekday === undefined) return false;
  const date = dayNear(anchor, month, day);
  return date !== undefined && weekdayOf(date) === weekday;
}

/** Of equally near ones the first. Without `to` the first of all. */
function nearest(days: readonly CalendarDate[], to: CalendarDate | undefined): CalendarDate {
  const [first = ""] = days;
  if (to === undefined) return first;
  return days.reduce((best, day) => (distance(day, to) < distance(best, to) ? day : best), first);
}

function distance(left: CalendarDate, right: CalendarDate): number {
  return Math.abs(daysBetween(left, right));
}

/**
 * About the middle of a Kubernetes cycle. 1.16 came in September 2019; there were four a year up to
 * 1.18, and three from 1.19 in August 2020 on.
 */
function expectedMiddle(release: Release): CalendarDate | undefined {
  const [major, minor = 0] = release.split(".").map(Number);
  if (major !== 1 || minor > 200) return undefined;
  const monthsSince2000 = minor < 19 ? 236 + 3 * (minor - 16) : 247 + 4 * (minor - 19);
  const end = dayFrom(2000 + Math.floor(monthsSince2000 / 12), (monthsSince2000 % 12) + 1, 15);
  return end && addDays(end, -50);
}
