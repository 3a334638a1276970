/** A reading whose day is known, and the instant that it says. */
import { instantAt } from "../../../calendar.ts";
import type { CalendarDate, Instant } from "../../../domain/time.ts";
import type { Reading } from "./written.ts";
import { zoneLabels, type ZoneLabel } from "./zones.ts";

export interface Placed {
  readonly reading: Reading;
  readonly date: CalendarDate;
  readonly endDate?: CalendarDate;
}

export function labelOf({ reading: { zone } }: Placed): ZoneLabel | undefined {
  return zone === undefined ? undefined : zoneLabels.get(zone);
}

export function isExact(placed: Placed): boolean {
  return typeof placed.reading.clock === "number" && labelOf(placed) !== undefined;
}

export function isUtc(placed: Placed): boolean {
  return isExact(placed) && labelOf(placed)?.zone === "UTC";
}

export function minutesOf({ reading: { clock } }: Placed): number {
  return typeof clock === "number" ? clock : 0;
}

export function instantOf(exact: Placed): Instant {
  return instantAt(exact.date, minutesOf(exact), labelOf(exact)?.zone ?? "UTC");
}
