/** Laws of the rules of meetings. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, daysBetween, wallTimeAt, weekdayOf } from "../../src/calendar.ts";
import { nextMeeting, type Rule } from "../../src/collect/meetings/rule.ts";
import { judge } from "../../src/collect/meetings/written.ts";

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
