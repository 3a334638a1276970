/** What does not fit in a date: its weekday, its zone label, two times that are not one. */
import { wallTimeAt, weekdayOf } from "../../../calendar.ts";
import type { Instant } from "../../../domain/time.ts";
import { instantOf, labelOf, type Placed } from "./placed.ts";
import { anywhereOnEarth } from "./zones.ts";

/** Something in a date that does not fit. */
export interface Finding {
  readonly code: "weekday-differs" | "zone-differs" | "date-unsure" | "date-unknown";
  readonly message: string;
}

/** Weekdays that are not those of their days. */
export function weekdayFindings(placed: readonly Placed[]): readonly Finding[] {
  return placed.flatMap(({ reading: { day, end, text }, date, endDate }) =>
    [
      { weekday: day?.weekday, date },
      { weekday: end?.weekday, date: endDate },
    ].flatMap(({ weekday, date }) => {
      if (weekday === undefined || date === undefined || weekdayOf(date) === weekday) return [];
      const name = weekdayNames[weekdayOf(date) - 1] ?? "";
      return [{ code: "weekday-differs", message: `"${text}": ${date} is a ${name}` } as const];
    }),
  );
}

const weekdayNames = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split(" ");

/** Question marks, and several days where one is meant. */
export function unsureFindings(placed: readonly Placed[]): readonly Finding[] {
  const unsure = placed
    .filter(({ reading: { day, end } }) => day?.isUnsure === true || end?.isUnsure === true)
    .map(({ reading: { text } }) => `"${text}" is marked as not certain`);
  const isZoned = placed.some(
    ({ reading: { clock, zone } }) => clock !== undefined || zone !== undefined,
  );
  const days = new Set(placed.map(({ date }) => date));
  const twice =
    isZoned || days.size < 2 ? [] : [`it names ${days.size} days: ${[...days].join(", ")}`];
  return [...unsure, ...twice].map((message) => ({ code: "date-unsure", message }));
}

/** What a reading says beside the instant: another time, or a label that was not in force. */
export function zoneFindings(placed: Placed, exact: Placed, instant: Instant): readonly Finding[] {
  const label = labelOf(placed);
  if (label === undefined || typeof placed.reading.clock !== "number") return [];
  const wall = wallTimeAt(instant, label.zone);
  const { text } = placed.reading;
  const name = label.zone === anywhereOnEarth ? "Anywhere on Earth" : label.zone;
  const inForce = `${name} is at UTC${offset(wall.offsetMinutes)} then`;
  if (placed !== exact && instantOf(placed) !== instant) {
    const meant = `${wall.time} on ${wall.date}`;
    return [zoneFinding(`"${text}" is not "${exact.reading.text}", which is ${meant}: ${inForce}`)];
  }
  const isInForce =
    label.offsetHours === undefined || label.offsetHours * 60 === wall.offsetMinutes;
  return isInForce ? [] : [zoneFinding(`"${text}" has the wrong zone label: ${inForce}`)];
}

function zoneFinding(message: string): Finding {
  return { code: "zone-differs", message };
}

/** `-8`, `+5:30`. */
function offset(minutes: number): string {
  const hours = Math.floor(Math.abs(minutes) / 60);
  const rest = Math.abs(minutes) % 60;
  return `${minutes < 0 ? "-" : "+"}${hours}${rest === 0 ? "" : `:${String(rest).padStart(2, "0")}`}`;
}
