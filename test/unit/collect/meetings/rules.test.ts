import { describe, expect, it } from "vitest";
import { nextMeeting } from "../../../../src/collect/meetings/rule.ts";
import { judge, type Written } from "../../../../src/collect/meetings/written.ts";

const asOf = "2025-11-03T12:00:00Z";
const usual: Written = { day: "", time: "9:00", tz: "PT (Pacific Time)", frequency: "weekly" };

/** The next meeting after Monday, 3 November 2025, or why it is not known. */
function next(written: Partial<Written>, anchor?: string): string {
  const { rule, because = "" } = judge({ ...usual, ...written }, anchor);
  return rule === undefined ? because : (nextMeeting(rule, asOf) ?? "never");
}

const noWeek = "its rule does not say which week; name a day of one meeting as anchor";

describe("a frequency", () => {
  it.each([
    ["Tuesday", "weekly", "2025-11-04T17:00:00Z"],
    ["Tuesday", "weekly starting Tuesday December 7th, 2021", "2025-11-04T17:00:00Z"],
    ["Monday", "every week", "2025-11-03T17:00:00Z"],
    ["Tuesday", "biweekly starting Tuesday Oct 28, 2025", "2025-11-11T17:00:00Z"],
    ["Tuesday", "bi-weekly starting Tuesday August 13, 2019", "2025-11-11T17:00:00Z"],
    ["Friday", "biweekly 2019 start date: Jan. 11th", "2025-11-07T17:00:00Z"],
    ["Tuesday", "monthly 2020 start date: Jan. 7th", "2025-11-04T17:00:00Z"],
    ["Tuesday (starting September 10th 2024)", "bi-weekly", "2025-11-04T17:00:00Z"],
    ["Thursdays (starting February 15th 2024)", "weekly", "2025-11-06T17:00:00Z"],
    ["third Wednesday", "monthly", "2025-11-19T17:00:00Z"],
    ["Wednesday", "First Wednesday of the month", "2025-11-05T17:00:00Z"],
    ["", "first Tuesday of the month", "2025-11-04T17:00:00Z"],
    ["Tuesday", "First Tuesday of each month", "2025-11-04T17:00:00Z"],
    ["Wednesday", "every third Wednesday of the month", "2025-11-19T17:00:00Z"],
    ["Thursday", "every first Thursday of the month", "2025-11-06T17:00:00Z"],
    ["Tuesday", "monthly - third Tuesday", "2025-11-18T17:00:00Z"],
    ["Wednesday", "monthly - first Wednesday every month", "2025-11-05T17:00:00Z"],
    ["Wednesday", "monthly - last Wednesday every month", "2025-11-26T17:00:00Z"],
    ["Thursday", "monthly, second Thursday of the month", "2025-11-13T17:00:00Z"],
    ["Thursday", "Monthly on 4th Thursday", "2025-11-27T17:00:00Z"],
    ["Monday", "monthly - first Monday", "2025-11-03T17:00:00Z"],
    ["Friday", "monthly - fifth Friday", "2026-01-30T17:00:00Z"],
    [
      "Wednesday",
      "monthly - Wednesday, after the fourth Tuesday, every month",
      "2025-11-26T17:00:00Z",
    ],
    [
      "Tuesday",
      "weekly, you must be signed into a free zoom account to join",
      "2025-11-04T17:00:00Z",
    ],
    ["Tuesday", "biweekly", noWeek],
    ["Tuesday", "Biweekly", noWeek],
    ["Tuesday", "bi-weekly", noWeek],
    ["Tuesday", "monthly", noWeek],
    ["Tuesday", "every four weeks", noWeek],
    ["Tuesday", "biweekly - alternating with regular meeting", noWeek],
    ["Tuesday", "Biweekly, interleaved with the Regular SIG Meeting", noWeek],
    ["Tuesday", "bi-weekly ([upcoming meeting dates](#upcoming-meeting-dates))", noWeek],
    ["", "weekly", "its weekday is not known"],
    ["Tuesday", "", "its rule does not say how often it is"],
    ["Tuesday", "sometimes", "its rule does not say how often it is"],
    ["Tuesday", "third Tuesday", "its rule does not say whether it counts by the month"],
    ["Tuesday", "every third Tuesday", "its rule does not say whether it counts by the month"],
  ])("on %j, %j: %s", (day, frequency, expected) => {
    expect(next({ day, frequency })).toBe(expected);
  });

  it.each([
    "first and third Tuesday of the month",
    "weekly or biweekly",
    "biweekly, weekly during code freeze",
    "twice a month",
    "weekly except in December",
    "weekly until further notice",
    "weekly, cancelled for now",
    "biweekly starting Tuesday",
    "biweekly starting Tuesday February 30, 2025",
    "weekly on Tuesdays and Thursdays",
    "daily",
    "biweekly on odd weeks",
    `weekly ${"x ".repeat(200)}`,
  ])("%j is not guessed", (frequency) => {
    expect(next({ day: "Tuesday", frequency })).toMatch(/is not understood$/);
  });
});

describe("an anchor of the plan", () => {
  it.each([
    ["biweekly", "2025-10-21", "2025-11-04T17:00:00Z"],
    ["biweekly", "2025-10-28", "2025-11-11T17:00:00Z"],
    ["biweekly", "2031-01-07", "2025-11-04T17:00:00Z"],
    ["every four weeks", "2025-10-21", "2025-11-18T17:00:00Z"],
    ["monthly", "2025-10-21", "2025-11-18T17:00:00Z"],
    ["monthly", "2025-09-30", "2025-11-25T17:00:00Z"],
    ["biweekly", "2025-10-22", "the plan's anchor 2025-10-22 is no Tuesday"],
  ])("%s with %s: %s", (frequency, anchor, expected) => {
    expect(next({ day: "Tuesday", frequency }, anchor)).toBe(expected);
  });

  it("tells the weekday where nothing else does", () => {
    expect(next({ day: "", frequency: "biweekly" }, "2025-10-21")).toBe("2025-11-04T17:00:00Z");
  });

  it("is believed against a start in another week, which is said", () => {
    const written = {
      ...usual,
      day: "Tuesday",
      frequency: "biweekly starting Tuesday Oct 28, 2025",
    };
    expect(judge(written, "2025-10-21").assumed).toEqual([
      "the plan's anchor was believed, not the start on 2025-10-28",
    ]);
    expect(judge(written, "2025-11-11").assumed).toEqual([]);
  });
});

describe("what contradicts itself", () => {
  it.each([
    ["Wednesday", "first Tuesday of the month", "Tuesday, Wednesday"],
    ["Thursday", "biweekly starting Tuesday Oct 28, 2025", "Tuesday, Thursday"],
    ["Tuesday", "biweekly starting Tuesday Oct 29, 2025", "Tuesday, Wednesday"],
  ])("on %s, %s", (day, frequency, days) => {
    expect(next({ day, frequency })).toBe(`its weekdays contradict each other: ${days}`);
  });
});

describe("a clock", () => {
  it.each([
    ["9:00", "2025-11-04T09:00:00Z"],
    ["09:00", "2025-11-04T09:00:00Z"],
    ["16:30", "2025-11-04T16:30:00Z"],
    ["2PM", "2025-11-04T14:00:00Z"],
    ["2:30 pm", "2025-11-04T14:30:00Z"],
    ["12am", "2025-11-04T00:00:00Z"],
    ["12PM", "2025-11-04T12:00:00Z"],
    ["990", 'its time "990" is not understood'],
    ["9", 'its time "9" is not understood'],
    ["25:00", 'its time "25:00" is not understood'],
    ["13pm", 'its time "13pm" is not understood'],
    ["0am", 'its time "0am" is not understood'],
    ["9:60", 'its time "9:60" is not understood'],
    ["", 'its time "" is not understood'],
    ["noon", 'its time "noon" is not understood'],
  ])("%j: %s", (time, expected) => {
    expect(next({ day: "Tuesday", time, tz: "UTC" })).toBe(expected);
  });

  it.each([
    ["PT (Pacific Time)", "2025-11-04T17:00:00Z"],
    ["UTC", "2025-11-04T09:00:00Z"],
    ["CET (Central European Time)", "2025-11-04T08:00:00Z"],
    ["Eastern Time (ET)", "2025-11-04T14:00:00Z"],
    ["ET (Eastern Time)", "2025-11-04T14:00:00Z"],
    ["EST (Eastern Time)", "2025-11-04T14:00:00Z"],
    ["IST", "2025-11-04T03:30:00Z"],
    ["Poland", "2025-11-04T08:00:00Z"],
    ["Asia/Shanghai", "2025-11-04T01:00:00Z"],
    ["Mars", 'its time zone "Mars" is not understood'],
    ["", 'its time zone "" is not understood'],
  ])("in %j: %s", (tz, expected) => {
    expect(next({ day: "Tuesday", tz })).toBe(expected);
  });

  it("of India is one of those that IST may mean, which is said", () => {
    expect(judge({ ...usual, day: "Tuesday", tz: "IST" }, undefined).assumed).toHaveLength(1);
  });

  it("is that of the place, over changes of the clock", () => {
    const { rule } = judge({ ...usual, day: "Monday" }, undefined);
    if (rule === undefined) throw new Error("it is a rule");
    expect(nextMeeting(rule, "2025-10-31T12:00:00Z")).toBe("2025-11-03T17:00:00Z");
    expect(nextMeeting(rule, "2025-10-24T12:00:00Z")).toBe("2025-10-27T16:00:00Z");
  });

  it("puts the meeting on the day of the place, not of UTC", () => {
    expect(next({ day: "Tuesday", time: "23:00" })).toBe("2025-11-05T07:00:00Z");
    expect(next({ day: "Tuesday", time: "1:00", tz: "Asia/Tokyo" })).toBe("2025-11-03T16:00:00Z");
  });
});

it("comes after now, not at it, and not before its start", () => {
  const rule = (frequency: string) =>
    judge({ ...usual, day: "Tuesday", frequency }, undefined).rule;
  const weekly = rule("weekly starting Tuesday November 11, 2025");
  const biweekly = rule("biweekly starting Tuesday November 11, 2025");
  const monthly = rule("monthly starting Tuesday March 3, 2026");
  if (!weekly || !biweekly || !monthly) throw new Error("they are rules");
  expect(nextMeeting(weekly, asOf)).toBe("2025-11-11T17:00:00Z");
  expect(nextMeeting(weekly, "2025-11-11T16:59:59Z")).toBe("2025-11-11T17:00:00Z");
  expect(nextMeeting(weekly, "2025-11-11T17:00:00Z")).toBe("2025-11-18T17:00:00Z");
  expect(nextMeeting(biweekly, asOf)).toBe("2025-11-11T17:00:00Z");
  expect(nextMeeting(monthly, asOf)).toBe("2026-03-03T17:00:00Z");
});
