/** Rules before odds: the last day on which a step may still be done, by the calendar alone. */
import { addDays, wallTimeAt, weekdayOf } from "../calendar.ts";
import type { CalendarDate, Instant } from "../domain/time.ts";

/** What must still fit between a step and the freeze, in this order. */
export interface Remaining {
  /** Days that the step must stay merged; they run through weekends. */
  readonly soakDays: number;
  /** Working days that reviewing the step after it usually takes; 0 where there is none. */
  readonly reviewDays: number;
}

export interface Deadline {
  readonly instant: Instant;
  /** The zone in which the freeze was announced: its days are the ones that count. */
  readonly zone: string;
}

/** How long a pull request that is opened usually waits for its merge, in working days. */
export const usualReviewDays = 3;

/**
 * The last day in the freeze's zone on which a step may be merged so that all that `remaining` asks for
 * fits before the freeze, `remaining` in the order of the workflow. The last whole day before the
 * freeze where nothing remains.
 */
export function lastSafeDay(deadline: Deadline, remaining: readonly Remaining[]): CalendarDate {
  return remaining.reduceRight(
    (day, { soakDays, reviewDays }) => addDays(workingDaysBefore(day, reviewDays), -soakDays),
    lastWholeDay(deadline),
  );
}

/** A freeze at the end of a day leaves that day; one at noon takes it. */
function lastWholeDay({ instant, zone }: Deadline): CalendarDate {
  const { date, time } = wallTimeAt(instant, zone);
  return time >= "23:59" ? date : addDays(date, -1);
}

/** The day from which so many working days lie before the end of `day`, Monday to Friday. */
function workingDaysBefore(day: CalendarDate, count: number): CalendarDate {
  let at = day;
  let left = count;
  while (left > 0) {
    if (weekdayOf(at) <= 5) left -= 1;
    at = addDays(at, -1);
  }
  return at;
}
