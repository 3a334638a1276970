/** When a regular meeting is, as a rule that can be computed with; and when it is next by it. */
import { addDays, dayFrom, daysBetween, instantAt, wallTimeAt, weekdayOf } from "../../calendar.ts";
import type { CalendarDate, Instant } from "../../domain/time.ts";

export interface Rule {
  readonly recurrence: Recurrence;
  /** Minutes after midnight, by the clocks of the zone. */
  readonly minutes: number;
  /** IANA name. */
  readonly zone: string;
  /** There is no meeting before this day. */
  readonly start?: CalendarDate;
}

/** Weekdays count from Monday 1 to Sunday 7. */
export type Recurrence =
  | { readonly kind: "weekly"; readonly weekday: number }
  /** Every so many weeks; `anchor` is the day of one of them. */
  | { readonly kind: "weeks"; readonly weeks: number; readonly anchor: CalendarDate }
  | ({ readonly kind: "monthly" } & NthWeekday)
  /** The first `weekday` after another weekday of the month. */
  | { readonly kind: "after"; readonly weekday: number; readonly other: NthWeekday };

/** The n-th weekday of a month, 1 to 5; or its last. */
export interface NthWeekday {
  readonly nth: number | "last";
  readonly weekday: number;
}

/** A fifth weekday comes at the latest in the fourth month; a start may lie ahead. */
const monthsAhead = 14;

/** The first meeting after `asOf`. */
export function nextMeeting(rule: Rule, asOf: Instant): Instant | undefined {
  const { minutes, zone, start } = rule;
  const today = wallTimeAt(asOf, zone).date;
  const from = start !== undefined && start > today ? start : today;
  return daysFrom(rule.recurrence, from)
    .filter((day) => start === undefined || day >= start)
    .map((day) => instantAt(day, minutes, zone))
    .find((instant) => instant > asOf);
}

/** Days on which it meets, in order: at least those two that come next, `from` included. */
function daysFrom(recurrence: Recurrence, from: CalendarDate): readonly CalendarDate[] {
  switch (recurrence.kind) {
    case "weekly":
      return everyDays(7, addDays(from, daysTo(recurrence.weekday, from)));
    case "weeks": {
      const period = 7 * recurrence.weeks;
      const past = daysBetween(recurrence.anchor, from) % period;
      return everyDays(period, addDays(from, (period - past) % period));
    }
    case "monthly":
      return monthsFrom(from).flatMap((month) => nthWeekday(month, recurrence) ?? []);
    case "after":
      return monthsFrom(from).flatMap((month) => {
        const other = nthWeekday(month, recurrence.other);
        return other === undefined ? [] : [dayAfter(other, recurrence.weekday)];
      });
    default:
      return recurrence satisfies never;
  }
}

function everyDays(days: number, first: CalendarDate): readonly CalendarDate[] {
  return [first, addDays(first, days)];
}

/** Days until the next such weekday; 0 where the day is one. */
function daysTo(weekday: number, day: CalendarDate): number {
  return (weekday - weekdayOf(day) + 7) % 7;
}

function dayAfter(day: CalendarDate, weekday: number): CalendarDate {
  return addDays(day, daysTo(weekday, day) || 7);
}

/** First days of months, from the one before: a day "after the fourth Tuesday" may lie in the next. */
function monthsFrom(day: CalendarDate): readonly CalendarDate[] {
  const [year = 0, month = 0] = day.split("-").map(Number);
  return Array.from({ length: monthsAhead }, (_, ahead) => {
    const count = year * 12 + month - 2 + ahead;
    return dayFrom(Math.floor(count / 12), (count % 12) + 1, 1) ?? day;
  });
}

/** Undefined where the month, given by its first day, has no fifth. */
function nthWeekday(first: CalendarDate, { nth, weekday }: NthWeekday): CalendarDate | undefined {
  const begin = addDays(first, daysTo(weekday, first));
  const isInMonth = (day: CalendarDate) => day.slice(0, 7) === first.slice(0, 7);
  const fifth = addDays(begin, 28);
  if (nth === "last") return isInMonth(fifth) ? fifth : addDays(begin, 21);
  const day = addDays(begin, 7 * (nth - 1));
  return isInMonth(day) ? day : undefined;
}
