/** Week numbers of a calendar against its days: week 1 is the one in which the cycle starts. */
import { addDays, daysBetween, weekdayOf } from "../../calendar.ts";
import type { CalendarDate } from "../../domain/time.ts";
import type { Dated } from "./dated.ts";

export interface WrongWeek {
  readonly dated: Dated;
  readonly message: string;
}

/** What is said to lie in another week than its day does. Weeks begin on Monday; week 0 is all time before. */
export function wrongWeeks(
  statements: readonly Dated[],
  start: CalendarDate,
): readonly WrongWeek[] {
  const monday = addDays(start, 1 - weekdayOf(start));
  return statements.flatMap((dated) => {
    const { date, statement } = dated;
    if (date === undefined || statement.week === undefined) return [];
    const week = Math.floor(daysBetween(monday, date) / 7) + 1;
    const isBefore = statement.week === 0 && week < 0;
    if (week === statement.week || isBefore) return [];
    return [
      { dated, message: `week ${statement.week} is written, but ${date} lies in week ${week}` },
    ];
  });
}
