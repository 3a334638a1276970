/** A text cut into the words that dates are made of. Takes time in proportion to its length. */
import { zoneLabels } from "./zones.ts";

export type Token = Span &
  (
    | { readonly kind: "weekday" | "month" | "number" | "year" | "clock"; readonly value: number }
    | { readonly kind: "zone"; readonly label: string }
    | { readonly kind: "iso"; readonly year: number; readonly month: number; readonly day: number }
    | { readonly kind: "dash" | "slash" | "comma" | "dot" | "open" | "close" }
    | { readonly kind: "question" | "strike" | "end-of-day" | "word" | "other" }
  );

interface Span {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** It stands between two `~~`. */
  readonly isStruck: boolean;
}

const months = [
  "january february march april may june",
  "july august september october november december",
].flatMap((half) => half.split(" "));

const weekdays = "monday tuesday wednesday thursday friday saturday sunday".split(" ");
/** Short forms that people use beside the first three letters. */
const shortWeekdays = new Map([
  ["tues", 2],
  ["weds", 3],
  ["thur", 4],
  ["thurs", 4],
]);

/** Month by its name, its first three letters or `Sept`; undefined for any other word. */
export function monthOf(word: string): number | undefined {
  const name = word.toLowerCase();
  if (name === "sept") return 9;
  const found = months.findIndex((month) => month === name || month.slice(0, 3) === name);
  return found < 0 ? undefined : found + 1;
}

/** Whatever begins as a weekday and ends in `day` is one: `Tueday` occurs. */
function weekdayOf(word: string): number | undefined {
  const name = word.toLowerCase();
  const short = shortWeekdays.get(name);
  if (short !== undefined) return short;
  if (name.length > 3 && (name.length > 11 || !name.endsWith("day"))) return undefined;
  const found = weekdays.findIndex((weekday) => weekday.slice(0, 3) === name.slice(0, 3));
  return found < 0 ? undefined : found + 1;
}

/** Each alternative looks a bounded way ahead, so that no text makes it slow. */
const lexemes = new RegExp(
  [
    String.raw`~~`,
    String.raw`(?<iso>\d{4}-\d{2}-\d{2})(?!\d)`,
    String.raw`(?<hour>\d{1,2})(?::(?<minute>\d{2}))?\s?(?<half>[ap])\.?m\b`,
    String.raw`(?<hour24>\d{1,2}):(?<minute24>\d{2})(?::(?<second24>\d{2}))?(?!\d)`,
    String.raw`\d{1,9}(?:\.\d{1,9})+`,
    String.raw`(?<ordinal>\d{1,2})(?:st|nd|rd|th)(?![a-z])`,
    String.raw`(?<number>\d{1,9})(?![a-z\d])`,
    String.raw`\d+[a-z]*`,
    String.raw`(?<aoe>anywhere\s{1,3}on\s{1,3}earth|aoe)\b`,
    String.raw`(?<eod>eod|end\s{1,3}of\s{1,3}day)\b`,
    String.raw`(?<word>[a-z]+)`,
    String.raw`[^\s]`,
  ].join("|"),
  "giu",
);

export function tokenize(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let isStruck = false;
  for (const match of text.matchAll(lexemes)) {
    const [found] = match;
    if (found === "~~") isStruck = !isStruck;
    const span = { text: found, start: match.index, end: match.index + found.length, isStruck };
    tokens.push({ ...span, ...meaningOf(found, match.groups ?? {}) });
  }
  return tokens;
}

type Meaning = Token extends infer T ? (T extends Token ? Omit<T, keyof Span> : never) : never;
type Groups = Readonly<Record<string, string | undefined>>;

function meaningOf(found: string, groups: Groups): Meaning {
  const { word, aoe, eod } = groups;
  if (word !== undefined) return wordMeaning(word);
  if (aoe !== undefined) return { kind: "zone", label: "aoe" };
  if (eod !== undefined) return { kind: "end-of-day" };
  return figureMeaning(groups) ?? { kind: signs.get(found) ?? "other" };
}

function figureMeaning(groups: Groups): Meaning | undefined {
  const { iso, ordinal, number } = groups;
  if (iso !== undefined) return isoMeaning(iso);
  if (ordinal !== undefined) return { kind: "number", value: Number(ordinal) };
  return number === undefined ? clockMeaning(groups) : numberMeaning(number);
}

function numberMeaning(number: string): Meaning {
  const value = Number(number);
  if (number.length === 4 && value >= 1990 && value < 2200) return { kind: "year", value };
  return number.length > 2 ? { kind: "other" } : { kind: "number", value };
}

function isoMeaning(iso: string): Meaning {
  const [year = 0, month = 0, day = 0] = iso.split("-").map(Number);
  return { kind: "iso", year, month, day };
}

function clockMeaning(groups: Groups): Meaning | undefined {
  const { hour, minute = "0", half, hour24, minute24, second24 = "0" } = groups;
  if (hour !== undefined) {
    const isPm = half?.toLowerCase() === "p";
    return clockAt((Number(hour) % 12) + (isPm ? 12 : 0), Number(minute), 0);
  }
  if (hour24 === undefined) return undefined;
  return clockAt(Number(hour24), Number(minute24), Number(second24));
}

/** `24:00` is the end of a day. */
function clockAt(hours: number, minutes: number, seconds: number): Meaning {
  const value = hours * 60 + minutes + seconds / 60;
  const isTime = minutes < 60 && seconds < 60 && value <= 1440;
  return isTime ? { kind: "clock", value } : { kind: "other" };
}

/** Names are written with a capital letter; `may`, `sun` and `et` are words. */
function wordMeaning(word: string): Meaning {
  if (word[0] === word[0]?.toLowerCase()) return { kind: "word" };
  const month = monthOf(word);
  if (month !== undefined) return { kind: "month", value: month };
  const weekday = weekdayOf(word);
  if (weekday !== undefined) return { kind: "weekday", value: weekday };
  const label = word.toLowerCase();
  return isZoneLabel(word) ? { kind: "zone", label } : { kind: "word" };
}

/** `PT` is one, `Pt` is not. */
function isZoneLabel(word: string): boolean {
  const isWritten = word === word.toUpperCase() || word === "Pacific";
  return isWritten && zoneLabels.has(word.toLowerCase());
}

const signs: ReadonlyMap<
  string,
  "dash" | "slash" | "comma" | "dot" | "open" | "close" | "question" | "strike"
> = new Map([
  ...[..."-\u2010\u2011\u2012\u2013\u2014\u2015\u2212"].map((sign) => [sign, "dash"] as const),
  ["/", "slash"],
  [",", "comma"],
  [".", "dot"],
  ["(", "open"],
  ["[", "open"],
  [")", "close"],
  ["]", "close"],
  ["?", "question"],
  ["~~", "strike"],
]);
