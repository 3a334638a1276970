import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, daysBetween, wallTimeAt, weekdayOf } from "../../../../src/calendar.ts";
import { nextMeeting, type Rule } from "../../../../src/collect/meetings/rule.ts";
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

const weekday = fc.integer({ min: 1, max: 7 });
const day = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays("2000-01-01", days));
const nth = fc.oneof(fc.integer({ min: 1, max: 5 }), fc.constant("last" as const));
const recurrence: fc.Arbitrary<Rule["recurrence"]> = fc.oneof(
  fc.record({ kind: fc.constant("weekly" as const), weekday }),
  fc.record({
    kind: fc.constant("weeks" as const),
    weeks: fc.integer({ min: 1, max: 6 }),
    anchor: day,
  }),
  fc.record({ kind: fc.constant("monthly" as const), nth, weekday }),
  fc.record({ kind: fc.constant("after" as const), weekday, other: fc.record({ nth, weekday }) }),
);
const zone = fc.constantFrom("America/Los_Angeles", "UTC", "Asia/Kolkata", "Pacific/Kiritimati");
const anyRule: fc.Arbitrary<Rule> = fc.record({
  recurrence,
  zone,
  minutes: fc.integer({ min: 0, max: 1439 }),
});
const now = fc.tuple(day, fc.integer({ min: 0, max: 23 })).map(([date, hour]) => {
  return `${date}T${String(hour).padStart(2, "0")}:30:00Z`;
});

/** Whether a rule has a meeting on a day, by counting and not by the arithmetic of the rule. */
function isMeetingDay({ recurrence: rule }: Rule, date: string): boolean {
  switch (rule.kind) {
    case "weekly":
      return weekdayOf(date) === rule.weekday;
    case "weeks":
      return daysBetween(rule.anchor, date) % (7 * rule.weeks) === 0;
    case "monthly":
      return isNth(date, rule.nth, rule.weekday);
    case "after":
      return [1, 2, 3, 4, 5, 6, 7].some(
        (back) =>
          weekdayOf(date) === rule.weekday &&
          isNth(addDays(date, -back), rule.other.nth, rule.other.weekday),
      );
    default:
      return rule satisfies never;
  }
}

function isNth(date: string, count: number | "last", wanted: number): boolean {
  if (weekdayOf(date) !== wanted) return false;
  const isSameMonth = (other: string) => other.slice(0, 7) === date.slice(0, 7);
  if (count === "last") return !isSameMonth(addDays(date, 7));
  return Math.ceil(Number(date.slice(8)) / 7) === count;
}

describe("the next meeting of any rule", () => {
  it("is after now, on a day of the rule, and the first", () => {
    fc.assert(
      fc.property(anyRule, now, (rule, at) => {
        const found = nextMeeting(rule, at);
        if (found === undefined) throw new Error("there is always one");
        expect(found > at).toBe(true);
        const { date } = wallTimeAt(found, rule.zone);
        expect(isMeetingDay(rule, date)).toBe(true);
        const today = wallTimeAt(at, rule.zone).date;
        for (let between = addDays(today, 1); between < date; between = addDays(between, 1))
          expect(isMeetingDay(rule, between)).toBe(false);
      }),
      { numRuns: 500 },
    );
  });
});

it("no text is too odd to be judged", () => {
  const words = fc
    .array(
      fc.constantFrom(
        "weekly",
        "biweekly",
        "first",
        "Tuesday",
        "of the month",
        "starting",
        "7",
        ",",
        "(",
        "[",
      ),
    )
    .map((parts) => parts.join(" "));
  const text = fc.oneof(words, fc.string());
  fc.assert(
    fc.property(fc.record({ day: text, time: text, tz: text, frequency: text }), (written) => {
      const { rule, because } = judge(written, undefined);
      expect((rule === undefined) === (because !== undefined)).toBe(true);
    }),
  );
});
