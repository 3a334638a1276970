/** Finds date expressions in a text: days, ranges, and instants in one or several zones. */
import { readDays, skip, type Days, type Read } from "./days.ts";
import { tokenize, type Token } from "./tokens.ts";
import type { Clock, Moment, Reading, WrittenDay, WrittenTime } from "./written.ts";

type Tokens = readonly Token[];
type Parts = Omit<Reading, "text">;

/** Nobody announces in more zones; it keeps a long row of times from being read again and again. */
const mostReadings = 4;

/** All date expressions of a text, in order. With `isBareAllowed` a lone number is a day of the month. */
export function findMoments(text: string, isBareAllowed = false): readonly Moment[] {
  const tokens = tokenize(text);
  const moments: Moment[] = [];
  let at = 0;
  while (at < tokens.length) {
    const found = isCounted(tokens, at) ? undefined : readMoment(tokens, at, isBareAllowed);
    if (found === undefined) at += 1;
    else {
      moments.push(momentOf(text, tokens, { from: at, ...found }));
      at = found.next;
    }
  }
  return moments;
}

/** A time of day that stands without a day, such as `(18:00 PDT)`, with its zone if it has one. */
export function findTime(text: string): WrittenTime | undefined {
  const tokens = tokenize(text);
  for (const [at] of tokens.entries()) {
    const time = readTime(tokens, at);
    const { clock, zone } = time?.value ?? {};
    if (time === undefined || clock === undefined) continue;
    const written = text.slice(tokens[at]?.start, tokens[time.next - 1]?.end);
    return { clock, ...(zone !== undefined && { zone }), text: written };
  }
  return undefined;
}

/** `Friday:` at the beginning of a line, in a week that the document names above it. */
export function findWeekday(text: string, from: WrittenDay): Moment | undefined {
  const [token, sign] = tokenize(text.slice(0, 40));
  if (token?.kind !== "weekday" || !(sign?.text === ":" || sign?.kind === "dash")) return undefined;
  const { value: weekday, start, end, isStruck } = token;
  return { readings: [{ day: { weekday, from }, text: token.text }], isStruck, start, end };
}

/** The 5 of `week 5` is no day. */
function isCounted(tokens: Tokens, at: number): boolean {
  const before = tokens[at - 1];
  return tokens[at]?.kind === "number" && before?.kind === "word" && /^weeks?$/i.test(before.text);
}

function momentOf(
  text: string,
  tokens: Tokens,
  { from, value, next }: Read<readonly PlacedReading[]> & { readonly from: number },
): Moment {
  const first = tokens[from];
  const readings = withSharedDays(
    value.map(({ parts, from: start, to }) => ({
      ...parts,
      text: text.slice(tokens[start]?.start, tokens[to - 1]?.end),
    })),
  );
  return {
    readings,
    isStruck: first?.isStruck ?? false,
    start: first?.start ?? 0,
    end: tokens[next - 1]?.end ?? 0,
  };
}

/** In `17:00 UTC / 09:00 PDT Tuesday 13th December` the day belongs to both times. */
function withSharedDays(readings: readonly Reading[]): readonly Reading[] {
  return readings.map((reading, index) => {
    if (reading.day !== undefined) return reading;
    const others = [...readings.slice(index + 1), ...readings.slice(0, index).toReversed()];
    const day = others.find((other) => other.day !== undefined)?.day;
    return day === undefined ? reading : { ...reading, day };
  });
}

interface PlacedReading {
  readonly parts: Parts;
  readonly from: number;
  readonly to: number;
}

/** Readings with `/` between them, or a second one in brackets; at least one has a whole day. */
function readMoment(
  tokens: Tokens,
  at: number,
  isBareAllowed: boolean,
): Read<readonly PlacedReading[]> | undefined {
  const placed: PlacedReading[] = [];
  let from = at;
  let next = at;
  while (placed.length < mostReadings) {
    const reading = readReading(tokens, from, isBareAllowed);
    if (reading === undefined) break;
    placed.push({ parts: reading.value, from, to: reading.next });
    next = skip(tokens, reading.next, ...(placed.length > 1 ? (["close"] as const) : []));
    if (tokens[next]?.kind !== "slash" && tokens[next]?.kind !== "open") break;
    from = next + 1;
  }
  const hasDay = placed.some(({ parts }) => parts.day?.day !== undefined);
  return hasDay ? { value: placed, next } : undefined;
}

/** Day, time and zone in any order, as far as they go. */
function readReading(tokens: Tokens, at: number, isBareAllowed: boolean): Read<Parts> | undefined {
  let parts: Parts = {};
  let next = at;
  for (;;) {
    const piece = readPiece(tokens, next, { parts, isBareAllowed });
    if (piece === undefined) break;
    parts = { ...parts, ...piece.value };
    next = piece.next;
  }
  const isReading = parts.day !== undefined || parts.clock !== undefined;
  return isReading ? { value: withDayEnd(parts), next } : undefined;
}

/** A day "Anywhere on Earth" is meant to its end. */
function withDayEnd(parts: Parts): Parts {
  const isTimed = typeof parts.clock === "number";
  return parts.zone === "aoe" && !isTimed ? { ...parts, clock: 1440 } : parts;
}

interface SoFar {
  readonly parts: Parts;
  readonly isBareAllowed: boolean;
}

function readPiece(
  tokens: Tokens,
  at: number,
  { parts, isBareAllowed }: SoFar,
): Read<Parts> | undefined {
  const start = isEmpty(parts) ? at : skipConnectors(tokens, at);
  const days = parts.day === undefined ? readDays(tokens, start, isBareAllowed) : undefined;
  if (days !== undefined) return days;
  const time = parts.clock === undefined ? readTime(tokens, start) : undefined;
  if (time !== undefined) return time;
  if (parts.zone === undefined && !isEmpty(parts)) {
    const zone = readZone(tokens, start);
    if (zone !== undefined) return zone;
  }
  return readLoneWeekday(tokens, start, parts);
}

function isEmpty(parts: Parts): boolean {
  return parts.day === undefined && parts.clock === undefined;
}

/** `02:00 UTC Friday / 18:00 PST Thursday 3rd February`: the day follows from the other reading. */
function readLoneWeekday(tokens: Tokens, at: number, parts: Parts): Read<Days> | undefined {
  const token = tokens[at];
  if (token?.kind !== "weekday" || parts.clock === undefined || parts.day !== undefined)
    return undefined;
  return { value: { day: { weekday: token.value } }, next: at + 1 };
}

function skipConnectors(tokens: Tokens, at: number): number {
  const place = skip(tokens, at, "comma");
  const token = tokens[place];
  return token?.kind === "word" && /^(?:at|on|by)$/i.test(token.text) ? place + 1 : place;
}

/** `18:00 PDT`, `10:00 AM (PDT)`, `EOD PST`, each perhaps in brackets. */
function readTime(tokens: Tokens, at: number): Read<Parts> | undefined {
  return readBracketed(tokens, at, (place) => {
    const clock = clockOf(tokens[place]);
    if (clock === undefined) return undefined;
    const zone = readZone(tokens, place + 1);
    return { value: { clock, ...zone?.value }, next: zone?.next ?? place + 1 };
  });
}

function clockOf(token: Token | undefined): Clock | undefined {
  if (token?.kind === "end-of-day") return "end-of-day";
  return token?.kind === "clock" ? token.value : undefined;
}

function readZone(tokens: Tokens, at: number): Read<Parts> | undefined {
  return readBracketed(tokens, at, (place) => {
    const token = tokens[place];
    return token?.kind === "zone" ? { value: { zone: token.label }, next: place + 1 } : undefined;
  });
}

/** The same with or without brackets around it, which hold nothing else. */
function readBracketed(
  tokens: Tokens,
  at: number,
  read: (place: number) => Read<Parts> | undefined,
): Read<Parts> | undefined {
  if (tokens[at]?.kind !== "open") return read(at);
  const inside = read(at + 1);
  if (inside === undefined || tokens[inside.next]?.kind !== "close") return undefined;
  return { ...inside, next: inside.next + 1 };
}
