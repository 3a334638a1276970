/** The instant that a report is as of: as people type it, and as snapshots are named by it. */
import { isCalendarDate } from "../calendar.ts";
import { PlanError } from "../domain/errors.ts";
import type { Instant } from "../domain/time.ts";

/**
 * Reads `2020-10-22` (its last second in UTC), `2020-10-22T08:00:00Z` or `2020-10-22T080000Z`.
 * Throws a PlanError for anything else, also for a day that does not exist.
 */
export function parseAsOf(text: string): Instant {
  const found = isCalendarDate(text) ? `${text}T23:59:59Z` : instantOf(text);
  if (found !== undefined) return found;
  throw new PlanError(`${JSON.stringify(text.slice(0, 50))} is no day and no instant in UTC`, {
    code: "as-of",
    hint: "Write 2020-10-22, 2020-10-22T08:00:00Z or 2020-10-22T080000Z.",
  });
}

/** The instant in the name of a snapshot's file, without its ending; undefined where it names none. */
export function instantOf(stamp: string): Instant | undefined {
  const form = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3])(:?)([0-5]\d)\3([0-5]\d)Z$/;
  const [, day, hours, , minutes, seconds] = form.exec(stamp) ?? [];
  if (day === undefined || !isCalendarDate(day)) return undefined;
  return `${day}T${hours}:${minutes}:${seconds}Z`;
}

/** `2020-10-22T080000Z`: an instant in a form that any file system takes. */
export function stampOf(asOf: Instant): string {
  return asOf.replaceAll(":", "");
}
