/** Laws of the calendar, for any day of the years in which there are releases. */
import fc from "fast-check";
import { expect, test } from "vitest";
import {
  addDays,
  dayOf,
  daysBetween,
  daysUntil,
  isCalendarDate,
  longDate,
  parseLongDate,
} from "../../src/calendar.ts";

const time = fc.date({
  min: new Date("2014-01-01T00:00:00Z"),
  max: new Date("2040-01-01T00:00:00Z"),
  noInvalidDate: true,
});
const instant = time.map((date) => `${date.toISOString().slice(0, 19)}Z`);
const day = time.map((date) => date.toISOString().slice(0, 10));
const zone = fc.constantFrom(
  "America/Los_Angeles",
  "Pacific/Auckland",
  "Asia/Kolkata",
  "Etc/GMT+12",
  "UTC",
);
const event = fc
  .tuple(
    fc.record({ id: fc.constant("code-freeze"), title: fc.constant("Code Freeze"), date: day }),
    fc.record({ instant, zone }, { requiredKeys: [] }),
  )
  .map(([head, more]) => ({ ...head, ...more }));

test("a later now never raises the days that are left", () => {
  fc.assert(
    fc.property(event, instant, instant, (freeze, one, other) => {
      const [earlier = one, later = other] = [one, other].toSorted();
      expect(daysUntil(freeze, later)).toBeLessThanOrEqual(daysUntil(freeze, earlier));
    }),
  );
});

test("the day of an instant is that of UTC, wherever the machine stands", () => {
  fc.assert(
    fc.property(instant, (at) => {
      expect(dayOf(at)).toBe(at.slice(0, 10));
    }),
  );
});

test("an event without an instant lasts until 23:59 of its day in its zone", () => {
  const hours = fc.integer({ min: -60 * 3600, max: 60 * 3600 });
  fc.assert(
    fc.property(day, zone, hours, (date, where, seconds) => {
      const at = new Date(Date.parse(`${date}T12:00:00Z`) + seconds * 1000);
      const platform = new Intl.DateTimeFormat("sv-SE", {
        timeZone: where,
        dateStyle: "short",
        timeStyle: "medium",
      });
      const left = daysUntil({ id: "x", title: "X", date, zone: where }, at.toISOString());
      expect(left >= 0).toBe(platform.format(at) <= `${date} 23:59:00`);
    }),
    { numRuns: 500 },
  );
});

test("days that are added are counted again, and days are written as they are read", () => {
  fc.assert(
    fc.property(day, fc.integer({ min: -4000, max: 4000 }), (from, days) => {
      expect(daysBetween(from, addDays(from, days))).toBe(days);
      expect(isCalendarDate(addDays(from, days))).toBe(true);
      expect(parseLongDate(longDate(from))).toBe(from);
    }),
  );
});

test("any text is a date or none, without an error", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      const read = parseLongDate(text);
      expect(read === undefined || isCalendarDate(read)).toBe(true);
      expect([true, false]).toContain(isCalendarDate(text));
    }),
  );
});
