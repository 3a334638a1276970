/** Days and ranges of days among tokens, in every order in which release calendars write them. */
import type { Token } from "./tokens.ts";
import type { WrittenDay } from "./written.ts";

/** What was read, and the index of the token behind it. */
export interface Read<T> {
  readonly value: T;
  readonly next: number;
}

export interface Days {
  readonly day: WrittenDay;
  readonly end?: WrittenDay;
}

type Tokens = readonly Token[];

/**
 * A day or a range: `May 3-7`, `Tuesday 19th - Friday 22nd March 2024`, `Dec 8 - Jan 3`. What is
 * written once belongs to both ends. Without `isBareAllowed` a lone number is no day.
 */
export function readDays(
  tokens: Tokens,
  at: number,
  isBareAllowed: boolean,
): Read<Days> | undefined {
  const first = readDay(tokens, at);
  if (first === undefined) return undefined;
  const second = readEnd(tokens, first, isBareAllowed);
  if (second !== undefined) return { value: shared(first.value, second.value), next: second.next };
  const isBare = first.value.month === undefined && first.value.weekday === undefined;
  return isBare && !isBareAllowed ? undefined : { value: { day: first.value }, next: first.next };
}

function readEnd(
  tokens: Tokens,
  first: Read<WrittenDay>,
  isBareAllowed: boolean,
): Read<WrittenDay> | undefined {
  const joiner = tokens[first.next];
  if (joiner === undefined || !isJoiner(joiner)) return undefined;
  const second = readDay(tokens, first.next + 1);
  if (second === undefined) return undefined;
  const { month, weekday } = second.value;
  if (month !== undefined) return second;
  if (first.value.month === undefined && !isBareAllowed) return undefined;
  if (weekday !== undefined) return second;
  return isPlainEnd(tokens, first, second) ? second : undefined;
}

function isJoiner({ kind, text }: Token): boolean {
  return kind === "dash" || (kind === "word" && /^(?:to|through|thru)$/i.test(text));
}

/** `3-7` is a range, `3 - 7 weeks` is not. */
function isPlainEnd(tokens: Tokens, first: Read<WrittenDay>, second: Read<WrittenDay>): boolean {
  if ((second.value.day ?? 0) <= (first.value.day ?? 0)) return false;
  return tokens[second.next]?.kind !== "word" || isTight(tokens, first.next);
}

/** No blank on either side. */
function isTight(tokens: Tokens, at: number): boolean {
  const [before, token, behind] = tokens.slice(at - 1, at + 2);
  return before?.end === token?.start && token?.end === behind?.start;
}

function shared(first: WrittenDay, second: WrittenDay): Days {
  // A range that runs into January has its two ends in two years.
  const turn = (first.month ?? 0) > (second.month ?? 12) ? 1 : 0;
  return {
    day: { ...others(second, -turn), ...first },
    end: { ...others(first, turn), ...second },
  };
}

function others({ month, year }: WrittenDay, turn: number): WrittenDay {
  return { ...(month && { month }), ...(year && { year: year + turn }) };
}

/** One day with as many of its parts as are there, at least its number. */
function readDay(tokens: Tokens, at: number): Read<WrittenDay> | undefined {
  const weekday = readWeekday(tokens, at);
  const body = readBody(tokens, weekday?.next ?? at);
  if (body === undefined) return undefined;
  const named =
    weekday === undefined ? joined(body, readBracketed(tokens, body.next)) : joined(weekday, body);
  return named.value.year === undefined ? joined(named, readYear(tokens, named.next)) : named;
}

function joined(first: Read<WrittenDay>, second: Read<WrittenDay> | undefined): Read<WrittenDay> {
  if (second === undefined) return first;
  return { value: { ...first.value, ...second.value }, next: second.next };
}

function readWeekday(tokens: Tokens, at: number): Read<WrittenDay> | undefined {
  const token = tokens[at];
  if (token?.kind !== "weekday") return undefined;
  return { value: { weekday: token.value }, next: skip(tokens, at + 1, "comma", "dot") };
}

/** `(Tues)` behind a day. */
function readBracketed(tokens: Tokens, at: number): Read<WrittenDay> | undefined {
  const [open, weekday, close] = tokens.slice(at, at + 3);
  if (open?.kind !== "open" || weekday?.kind !== "weekday" || close?.kind !== "close")
    return undefined;
  return { value: { weekday: weekday.value }, next: at + 3 };
}

function readYear(tokens: Tokens, at: number): Read<WrittenDay> | undefined {
  const place = skip(tokens, at, "comma", "dot");
  const token = tokens[place];
  return token?.kind === "year" ? { value: { year: token.value }, next: place + 1 } : undefined;
}

/** Month and number in either order, an ISO day, or the number alone. */
function readBody(tokens: Tokens, at: number): Read<WrittenDay> | undefined {
  const token = tokens[at];
  if (token?.kind === "iso") {
    const { year, month, day } = token;
    return { value: { year, month, day }, next: at + 1 };
  }
  return token?.kind === "month"
    ? readMonthFirst(tokens, at, token.value)
    : readDayFirst(tokens, at);
}

function readMonthFirst(tokens: Tokens, at: number, month: number): Read<WrittenDay> | undefined {
  const number = readNumber(tokens, skip(tokens, at + 1, "dot"));
  return number && { value: { month, ...number.value }, next: number.next };
}

function readDayFirst(tokens: Tokens, at: number): Read<WrittenDay> | undefined {
  const number = readNumber(tokens, at);
  if (number === undefined) return undefined;
  const place = skipOf(tokens, number.next);
  const token = tokens[place];
  // `25 Nov 3` is a number before a date of its own.
  const isOwn = token?.kind === "month" && tokens[place + 1]?.kind !== "number";
  return isOwn ? joined(number, { value: { month: token.value }, next: place + 1 }) : number;
}

/** `19th of November`, `19th, November`. */
function skipOf(tokens: Tokens, at: number): number {
  const token = tokens[at];
  return token?.kind === "word" && token.text === "of" ? at + 1 : skip(tokens, at, "comma");
}

function readNumber(tokens: Tokens, at: number): Read<WrittenDay> | undefined {
  const token = tokens[at];
  if (token?.kind !== "number" || token.value < 1 || token.value > 31) return undefined;
  const isUnsure = tokens[at + 1]?.kind === "question";
  return {
    value: { day: token.value, ...(isUnsure && { isUnsure }) },
    next: at + (isUnsure ? 2 : 1),
  };
}

/** The index behind one token of these kinds, if it is there. */
export function skip(tokens: Tokens, at: number, ...kinds: readonly Token["kind"][]): number {
  const kind = tokens[at]?.kind;
  return kind !== undefined && kinds.includes(kind) ? at + 1 : at;
}
