import { describe, expect, it } from "vitest";
import {
  addDays,
  age,
  dayOf,
  daysBetween,
  daysUntil,
  hoursBetween,
  instantOfEpoch,
  isCalendarDate,
  isTimeZone,
  longDate,
  longInstant,
  parseInstant,
  parseLongDate,
  utcOffsetHours,
} from "../../src/calendar.ts";
import { anEvent } from "../builders/snapshot.ts";

describe("days", () => {
  it.each([
    ["2020-02-29", true],
    ["2021-02-29", false],
    ["2020-02-30", false],
    ["2020-13-01", false],
    ["2020-2-1", false],
    ["2020-11-12T00:00:00Z", false],
    ["", false],
  ])("%s exists: %s", (text, expected) => {
    expect(isCalendarDate(text)).toBe(expected);
  });

  it("are counted and added over months, leap days and changes of the clock", () => {
    expect(daysBetween("2020-09-14", "2020-12-08")).toBe(85);
    expect(daysBetween("2020-12-08", "2020-09-14")).toBe(-85);
    expect(daysBetween("2020-02-28", "2020-03-01")).toBe(2);
    expect(daysBetween("2020-10-31", "2020-11-02")).toBe(2);
    expect(addDays("2020-02-28", 2)).toBe("2020-03-01");
    expect(addDays("2020-10-22", 14)).toBe("2020-11-05");
    expect(addDays("2020-01-01", -1)).toBe("2019-12-31");
  });

  it("of an instant are those of UTC", () => {
    expect(dayOf("2020-11-13T07:59:00Z")).toBe("2020-11-13");
    expect(dayOf("2020-11-12T23:59:59Z")).toBe("2020-11-12");
  });

  it("are written in English, whatever the machine speaks", () => {
    expect(longDate("2020-11-12")).toBe("12 November 2020");
    expect(longInstant("2020-10-22T08:05:00Z")).toBe("22 October 2020, 08:05 UTC");
  });
});

describe("days until an event", () => {
  const freeze = anEvent({ instant: "2020-11-13T07:59:00Z", zone: "America/Los_Angeles" });

  function check(asOf: string, expected: number, event = freeze): void {
    expect(daysUntil(event, asOf)).toBe(expected);
  }

  it("are whole days to its instant, rounded down", () => {
    check("2020-10-22T08:00:00Z", 21);
    check("2020-11-12T07:59:00Z", 1);
    check("2020-11-12T07:59:01Z", 0);
  });

  it("are 0 at the instant and negative after it", () => {
    check("2020-11-13T07:59:00Z", 0);
    check("2020-11-13T07:59:01Z", -1);
    check("2020-11-15T07:59:00Z", -2);
  });

  it("without an instant last until the end of the day in the event's zone", () => {
    const day = { id: "code-freeze", title: "Code Freeze", date: "2020-11-12" };
    check("2020-11-13T07:59:00Z", 0, day);
    check("2020-11-13T07:59:01Z", -1, day);
    check("2020-11-13T11:59:00Z", 0, { ...day, zone: "Etc/GMT+12" });
    check("2020-11-12T10:59:01Z", -1, { ...day, zone: "Pacific/Auckland" });
  });
});

describe("zones", () => {
  it("of US Pacific change their distance to UTC in March and November", () => {
    const pacific = (day: string) => utcOffsetHours(day, "America/Los_Angeles");
    expect(pacific("2020-10-31")).toBe(-7);
    expect(pacific("2020-11-02")).toBe(-8);
    expect(pacific("2020-03-07")).toBe(-8);
    expect(pacific("2020-03-09")).toBe(-7);
  });

  it.each([
    ["America/Los_Angeles", true],
    ["+05:30", true],
    ["UTC", true],
    ["Anywhere on Earth", false],
    ["", false],
  ])("%s is one: %s", (text, expected) => {
    expect(isTimeZone(text)).toBe(expected);
  });
});

describe("an age", () => {
  it.each([
    ["2020-10-22T08:00:00Z", "less than an hour"],
    ["2020-10-22T09:00:00Z", "less than an hour"],
    ["2020-10-22T07:00:00Z", "1 hour"],
    ["2020-10-20T08:01:00Z", "47 hours"],
    ["2020-10-20T08:00:00Z", "2 days"],
    ["2020-09-25T08:00:00Z", "27 days"],
  ])("of %s is %s", (of, expected) => {
    expect(age(of, "2020-10-22T08:00:00Z")).toBe(expected);
  });
});

describe("a date in a text", () => {
  it.each([
    ["12 November 2020", "2020-11-12"],
    ["12 Nov 2020", "2020-11-12"],
    ["November 12th, 2020", "2020-11-12"],
    ["November 12 2020", "2020-11-12"],
    ["Nov 12, 2020", "2020-11-12"],
    ["Sept 14 2020", "2020-09-14"],
    ["14th of September 2020", undefined],
    [" 1st  December  2020 ", "2020-12-01"],
    ["2020-11-12", "2020-11-12"],
    ["31 November 2020", undefined],
    ["12/11/2020", undefined],
    ["next week", undefined],
  ])("%s is %s", (text, expected) => {
    expect(parseLongDate(text)).toBe(expected);
  });
});

describe("an instant of others", () => {
  it.each([
    ["2020-10-22T08:00:00Z", "2020-10-22T08:00:00Z"],
    ["2020-10-22T10:00:00.5+02:00", "2020-10-22T08:00:00Z"],
    ["2020-10-21T23:30:00-08:30", "2020-10-22T08:00:00Z"],
    ["2023-05-29T11:25:20.000Z", "2023-05-29T11:25:20Z"],
    ["0001-01-01T00:00:00Z", undefined],
    ["2020-02-30T08:00:00Z", undefined],
    ["2020-10-22T25:00:00Z", undefined],
    ["2020-10-22T08:00:00", undefined],
    ["2020-10-22T08:00Z", undefined],
    ["2020-10-22", undefined],
    ["1603353600", undefined],
    ["", undefined],
  ])("%s is %s", (text, expected) => {
    expect(parseInstant(text)).toBe(expected);
  });

  it.each([
    [0, "1970-01-01T00:00:00Z"],
    [1_587_908_709, "2020-04-26T13:45:09Z"],
    [1_585_175_980.999, "2020-03-25T22:39:40Z"],
    [253_402_300_799, "9999-12-31T23:59:59Z"],
    [253_402_300_800, undefined],
    [-1, undefined],
    [Number.NaN, undefined],
  ])("%s seconds after 1970 is %s", (seconds, expected) => {
    expect(instantOfEpoch(seconds)).toBe(expected);
  });

  it("is some hours from another", () => {
    expect(hoursBetween("2020-10-31T12:00:00Z", "2020-11-02T12:30:00Z")).toBe(48.5);
    expect(hoursBetween("2020-10-22T08:00:00Z", "2020-10-22T07:00:00Z")).toBe(-1);
  });
});
