/** How often a meeting is, from words that people wrote: either understood whole, or not at all. */
import { parseLongDate } from "../../calendar.ts";
import type { CalendarDate } from "../../domain/time.ts";
import type { NthWeekday } from "./rule.ts";

/** What the words say, one by one; whether that makes a rule is for others to judge. */
export interface Frequency {
  /** Every so many weeks, or by the month. */
  readonly every?: number | "month";
  readonly nth?: NthWeekday;
  /** A weekday; with `isAfter` the one that comes after `nth`. */
  readonly weekday?: number;
  readonly isAfter?: true;
  readonly start?: CalendarDate;
  /** The weekday that is named beside the start. */
  readonly startWeekday?: number;
  /** Words that may change the meaning and are not understood. */
  readonly unclear?: string;
}

const weekdays = "monday tuesday wednesday thursday friday saturday sunday".split(" ");
const ordinals = "first second third fourth fifth".split(" ");
const numbers = "one two three four five six".split(" ");
const months = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");

const weekday = `(${weekdays.join("|")})s?`;
const ordinal = `(${ordinals.join("|")}|[1-5](?:st|nd|rd|th)|last)`;
const monthDay = String.raw`((?:${months.join("|")})[a-z]{0,6})\.? (\d{1,2})(?:st|nd|rd|th)?`;

const patterns = {
  starting: new RegExp(String.raw`\bstarting (?:${weekday},? )?${monthDay},? (\d{4})`),
  startDate: new RegExp(String.raw`\b(\d{4}) start date: ${monthDay}`),
  after: new RegExp(String.raw`\b${weekday},? after the ${ordinal} ${weekday}`),
  nth: new RegExp(String.raw`\b(?:(?:every|the|on) ){0,2}${ordinal} ${weekday}`),
  weekday: new RegExp(String.raw`\b${weekday}\b`),
  weeks: new RegExp(String.raw`\bevery (?:(${numbers.join("|")}|[1-6]|other) )?weeks?\b`),
  weekly: /\bweekly\b/,
  biweekly: /\b(?:biweekly|fortnightly)\b/,
  month: /\bmonthly\b|\b(?:of )?(?:the|each|every) month\b/,
} as const;

/** What is left over must hold nothing that could make another rule of what was understood. */
const meaningful = new RegExp(
  [
    `\\b(?:${[...weekdays, ...ordinals, ...months].join("|")}|last|daily|odd|even|twice)`,
    "week|month|start|[0-9]",
    String.raw`\b(?:and|or|not|no|except|unless|until|cancel|pause|suspend|hiatus|demand|need|ad.?hoc|tb[acd]\b)`,
  ].join("|"),
);

/** Real ones have under a hundred characters. */
const maxLength = 300;

/** The frequency of a meeting, or its day: either may hold any of the words. */
export function parseFrequency(text: string): Frequency {
  const words = reader(text.slice(0, maxLength));
  const found = {
    ...startOf(words),
    ...nthOf(words),
    ...weekdayOf(words),
    ...everyOf(words),
  };
  const left = words.left();
  return meaningful.test(left) || text.length > maxLength ? { ...found, unclear: left } : found;
}

/** Takes what it recognizes out of a text. */
interface Reader {
  take(pattern: RegExp): readonly (string | undefined)[] | undefined;
  left(): string;
}

function reader(text: string): Reader {
  let left = text
    .toLowerCase()
    .replace(/\[[^\][]*\]\([^()]*\)/g, " ")
    .replace(/\bbi[- ]weekly\b/g, "biweekly")
    .replace(/[()–—-]/g, " ")
    .replace(/\s+/g, " ");
  return {
    take(pattern) {
      const found = pattern.exec(left);
      if (found === null) return undefined;
      left = `${left.slice(0, found.index)} , ${left.slice(found.index + found[0].length)}`;
      return found.slice(1);
    },
    left: () => left.replace(/[\s,]+/g, " ").trim(),
  };
}

function startOf(words: Reader): Frequency {
  const [named, month, day, year] = words.take(patterns.starting) ?? [];
  const [otherYear, otherMonth, otherDay] = words.take(patterns.startDate) ?? [];
  if (month === undefined && otherMonth === undefined) return {};
  const start = dateOf(month ?? otherMonth, day ?? otherDay, year ?? otherYear);
  return {
    ...(start === undefined ? { unclear: "its start" } : { start }),
    ...(named === undefined ? {} : { startWeekday: weekdayNumber(named) }),
  };
}

function dateOf(month = "", day = "", year = ""): CalendarDate | undefined {
  return parseLongDate(`${month.charAt(0).toUpperCase()}${month.slice(1)} ${day}, ${year}`);
}

function nthOf(words: Reader): Frequency {
  const [day, other, otherDay] = words.take(patterns.after) ?? [];
  if (day !== undefined)
    return { weekday: weekdayNumber(day), isAfter: true, nth: nthWeekdayOf(other, otherDay) };
  const [nth, named] = words.take(patterns.nth) ?? [];
  return named === undefined ? {} : { nth: nthWeekdayOf(nth, named) };
}

function nthWeekdayOf(ordinalWord = "", weekdayWord = ""): NthWeekday {
  const named = ordinals.indexOf(ordinalWord) + 1;
  const nth = ordinalWord === "last" ? "last" : named || Number(ordinalWord.charAt(0));
  return { nth, weekday: weekdayNumber(weekdayWord) };
}

function weekdayOf(words: Reader): Frequency {
  const [named] = words.take(patterns.weekday) ?? [];
  return named === undefined ? {} : { weekday: weekdayNumber(named) };
}

function everyOf(words: Reader): Frequency {
  if (words.take(patterns.biweekly)) return { every: 2 };
  if (words.take(patterns.weekly)) return { every: 1 };
  const weeks = words.take(patterns.weeks);
  if (weeks) return { every: weeksOf(weeks[0]) };
  let isMonthly = false;
  while (words.take(patterns.month)) isMonthly = true;
  return isMonthly ? { every: "month" } : {};
}

function weeksOf(word: string | undefined): number {
  if (word === undefined) return 1;
  if (word === "other") return 2;
  return numbers.indexOf(word) + 1 || Number(word);
}

function weekdayNumber(word: string): number {
  return weekdays.indexOf(word) + 1;
}
