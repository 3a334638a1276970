/** From a written date to a day, or to an instant with its zone; with all that does not fit in it. */
import { addDays, dayFrom, daysBetween, wallTimeAt, weekdayOf } from "../../../calendar.ts";
import type { CalendarDate, Instant } from "../../../domain/time.ts";
import { unsureFindings, weekdayFindings, zoneFindings, type Finding } from "./checks.ts";
import { instantOf, isExact, isUtc, labelOf, minutesOf, type Placed } from "./placed.ts";
import { dayNear } from "./years.ts";
import { anywhereOnEarth, usPacific } from "./zones.ts";
import type { Moment, Reading, WrittenDay, WrittenTime } from "./written.ts";

export interface Settled {
  readonly date?: CalendarDate;
  readonly endDate?: CalendarDate;
  readonly instant?: Instant;
  readonly zone?: string;
  readonly findings: readonly Finding[];
}

export interface Surroundings {
  /** See `anchorOf`; undefined: no year is known. */
  readonly anchor: CalendarDate | undefined;
  /** A day of a neighbor, for one that lacks its month. */
  readonly neighbor: CalendarDate | undefined;
  /** Zone of the day where only UTC is written. */
  readonly announcing: string;
}

/** `time` stands beside the event and holds for its day where that has none of its own. */
export function settle(
  moment: Moment,
  time: WrittenTime | undefined,
  around: Surroundings,
): Settled {
  const placed = placeReadings(withTime(moment.readings, time), around);
  const unknown = moment.readings.filter(
    ({ text }) => !placed.some(({ reading }) => reading.text === text),
  );
  const findings = [
    ...unknown.map((reading) => unknownDay(reading, around)),
    ...weekdayFindings(placed),
    ...unsureFindings(placed),
  ];
  const [first] = placed;
  if (first === undefined) return { findings };
  const exact = placed.find(isUtc) ?? placed.find(isExact);
  if (exact === undefined) {
    const zone = placed.map(labelOf).find((label) => label !== undefined)?.zone;
    return { ...dayOnly(first), ...(zone !== undefined && { zone }), findings };
  }
  const instant = instantOf(exact);
  const zone = announcingZone(placed) ?? around.announcing;
  return {
    ...dayOnly(first),
    date: announcedDay(placed, exact, zone),
    instant,
    zone,
    findings: [...findings, ...placed.flatMap((one) => zoneFindings(one, exact, instant))],
  };
}

/** The day alone, as far as it can be known. */
export function settleDay(written: WrittenDay, around: Surroundings): CalendarDate | undefined {
  const { year, month, day, from } = written;
  if (from !== undefined) return firstWeekday(written, settleDay(from, around));
  if (day === undefined) return undefined;
  if (month === undefined) return around.neighbor && nearNeighbor(written, around.neighbor);
  if (year !== undefined) return dayFrom(year, month, day);
  return around.anchor && dayNear(around.anchor, month, day);
}

function withTime(readings: readonly Reading[], time: WrittenTime | undefined): readonly Reading[] {
  const [first, ...others] = readings;
  const isTimed = readings.some(({ clock }) => clock !== undefined);
  if (first === undefined || time === undefined || isTimed) return readings;
  const { clock, zone } = time;
  return [{ ...first, clock, ...(zone !== undefined && { zone }) }, ...others];
}

function placeReadings(readings: readonly Reading[], around: Surroundings): readonly Placed[] {
  const dates = readings.map(({ day }) => day && settleDay(day, around));
  const known = dates.find((date) => date !== undefined);
  return readings.flatMap((reading, index) => {
    const { day, end } = reading;
    const isWeekdayOnly = day !== undefined && day.day === undefined;
    const date = dates[index] ?? (isWeekdayOnly && known ? nearWeekday(day, known) : undefined);
    if (date === undefined) return [];
    const endDate = end && settleDay(end, { ...around, anchor: date, neighbor: date });
    return [{ reading, date, ...(endDate !== undefined && { endDate }) }];
  });
}

function firstWeekday(
  { weekday }: WrittenDay,
  from: CalendarDate | undefined,
): CalendarDate | undefined {
  if (from === undefined || weekday === undefined) return undefined;
  return addDays(from, (weekday - weekdayOf(from) + 7) % 7);
}

function nearWeekday({ weekday }: WrittenDay, known: CalendarDate): CalendarDate | undefined {
  return [0, 1, -1, 2, -2]
    .map((days) => addDays(known, days))
    .find((day) => weekdayOf(day) === weekday);
}

/** Of the months around the neighbor the one that fits the weekday, then the nearest. */
function nearNeighbor(
  { day = 0, weekday }: WrittenDay,
  neighbor: CalendarDate,
): CalendarDate | undefined {
  const middle = `${neighbor.slice(0, 7)}-15`;
  const months = [0, 31, -31].map((days) => addDays(middle, days));
  const days = months.flatMap((month) => {
    const date = dayFrom(Number(month.slice(0, 4)), Number(month.slice(5, 7)), day);
    return date === undefined ? [] : [date];
  });
  const fitting = days.filter((date) => weekday === undefined || weekdayOf(date) === weekday);
  const byDistance = (left: CalendarDate, right: CalendarDate) =>
    Math.abs(daysBetween(left, neighbor)) - Math.abs(daysBetween(right, neighbor));
  return (fitting.length > 0 ? fitting : days).toSorted(byDistance)[0];
}

function dayOnly({ date, endDate }: Placed) {
  return { date, ...(endDate !== undefined && { endDate }) };
}

/** The zone in which the document itself says the day, UTC aside. */
function announcingZone(placed: readonly Placed[]): string | undefined {
  const zones = placed.map((one) => labelOf(one)?.zone);
  return [anywhereOnEarth, usPacific].find((zone) => zones.includes(zone));
}

/**
 * The day as the document writes it for the announcing zone, even where its UTC part says another one:
 * that is reported. Only a written day that its own weekday speaks against gives way.
 */
function announcedDay(placed: readonly Placed[], exact: Placed, zone: string): CalendarDate {
  const instant = instantOf(exact);
  const wall = wallTimeAt(instant, zone);
  const isDayEnd = minutesOf(exact) === 1440 || zone === anywhereOnEarth;
  // The end of a day belongs to it, although clocks then show the next one.
  const meant = isDayEnd && wall.time === "00:00" ? addDays(wall.date, -1) : wall.date;
  const written = placed.find((one) => labelOf(one)?.zone === zone);
  const weekday = written?.reading.day?.weekday;
  if (written === undefined || (weekday !== undefined && weekdayOf(meant) === weekday))
    return meant;
  return written.date;
}

function unknownDay({ day, text }: Reading, { anchor }: Surroundings): Finding {
  const isYearless = anchor === undefined && day?.year === undefined;
  const why = isYearless ? "has no year, and nothing says which" : "is no day of the calendar";
  return { code: "date-unknown", message: `"${text}" ${why}` };
}
