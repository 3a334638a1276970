/** Where everything of a calendar strip stands, whatever draws it: in px from the top left of the plot. */
import { scaleLinear } from "d3-scale";
import { addDays, daysBetween, longDate } from "../../calendar.ts";
import type { CalendarChart } from "../../domain/chart.ts";
import { contentWidth } from "../measures.ts";
import { placeFlags } from "./flags.ts";
import { rowCount } from "./label-places.ts";
import { labelLine, maxLabelWidth } from "./plot.ts";
import { labelWidth, shortLabel } from "./svg.ts";

export const stripHeight = 16;
const air = 16;
/** Between a line or bar and its label. */
const flag = 8;
const mostRowHeight = 46;
/** So much calendar fits a page: labels that would fly higher, and spans beyond, are left out. */
const maxRows = 6;
const maxSpans = 4;

export type Tone = CalendarChart["marks"][number]["tone"] | "today";

export interface Mark {
  readonly text: string;
  readonly tone: Tone;
  readonly x: number;
  /** The top left of its label; undefined where that has no room. */
  readonly label: { readonly x: number; readonly y: number } | undefined;
}

export interface Month {
  readonly name: string;
  readonly x: number;
  readonly labelX: number;
}

export interface SpanBar {
  readonly text: string;
  readonly x: number;
  readonly width: number;
  readonly labelX: number;
  /** The top of its line. */
  readonly y: number;
}

/** The strip from its top on, what flies over it and what stands under it. */
export interface PlacedCalendar {
  readonly stripTop: number;
  readonly todayX: number;
  readonly marks: readonly Mark[];
  readonly monthsTop: number;
  readonly months: readonly Month[];
  readonly spans: readonly SpanBar[];
}

export interface CalendarLayout {
  /** Between these heights it reads well. */
  readonly least: number;
  readonly most: number;
  place(height: number): PlacedCalendar;
}

type DateScale = (date: string) => number;

export function calendarLayout(chart: CalendarChart): CalendarLayout {
  const x = dateScale(chart);
  const marks = marksOf(chart, x);
  const places = placeFlags(marks.map(flagOf), contentWidth);
  const rows = Math.min(rowCount(places), maxRows);
  const spans = chart.spans.slice(0, maxSpans);
  const around = air + stripHeight + air / 2 + labelLine + spans.length * labelLine;
  return {
    least: around + rows * labelLine,
    most: around + rows * mostRowHeight,
    place(height) {
      const rowHeight = (height - around) / Math.max(rows, 1);
      const stripTop = rows * rowHeight + air;
      const monthsTop = stripTop + stripHeight + air / 2;
      return {
        stripTop,
        todayX: x(chart.today),
        marks: marks.map((mark, index) => {
          const { x: start, row } = places[index] ?? { x: 0, row: maxRows };
          const y = stripTop - air - (row + 1) * rowHeight;
          return { ...mark, label: row < maxRows ? { x: start, y } : undefined };
        }),
        monthsTop,
        months: monthsOf(chart, x),
        spans: spans.map((span, index) => spanBar(span, x, monthsTop + (index + 1) * labelLine)),
      };
    },
  };
}

function dateScale({ from, to }: CalendarChart): DateScale {
  const scale = scaleLinear([0, Math.max(daysBetween(from, to), 1)], [10, contentWidth - 10]);
  scale.clamp(true);
  return (date) => scale(daysBetween(from, date));
}

type Point = Omit<Mark, "label">;

function marksOf(chart: CalendarChart, x: DateScale): readonly Point[] {
  const today: Point = { text: dated("Today", day(chart.today)), tone: "today", x: x(chart.today) };
  const marks = chart.marks.map(({ date, label: name, tone }): Point => ({
    text: dated(name, day(date)),
    tone,
    x: x(date),
  }));
  return [today, ...marks];
}

/** A name, cut where it is long, and the whole date. */
function dated(name: string, date: string): string {
  return `${shortLabel(name, maxLabelWidth)}, ${date}`;
}

/** `12 Nov`. */
function day(date: string): string {
  const [number, month = ""] = longDate(date).split(" ");
  return `${number} ${month.slice(0, 3)}`;
}

function flagOf({ text, x }: Point) {
  return { x, width: labelWidth(text, "semibold") };
}

/** The name of each month at its first day; one that has no room before the next is left out. */
function monthsOf({ from, to }: CalendarChart, x: DateScale): readonly Month[] {
  const months: Month[] = [];
  let free = 0;
  for (const first of firstDays(from, to)) {
    const name = longDate(first).split(" ")[1] ?? "";
    const labelX = x(first) + flag;
    const end = labelX + labelWidth(name);
    if (x(first) < free || end > contentWidth) continue;
    free = end + flag;
    months.push({ name, x: x(first), labelX });
  }
  return months;
}

function firstDays(from: string, to: string): readonly string[] {
  const days: string[] = [];
  let day = `${from.slice(0, 7)}-01`;
  while (day <= to && days.length < 240) {
    if (day >= from) days.push(day);
    day = `${addDays(day, 31).slice(0, 7)}-01`;
  }
  return days;
}

/** A bar with its label right of it, or left where there is no room. */
function spanBar(
  { from, to, label: name }: CalendarChart["spans"][number],
  x: DateScale,
  y: number,
): SpanBar {
  const dates = from === to ? day(from) : `${day(from)} – ${day(to)}`;
  const text = dated(name, dates);
  const start = x(from);
  const end = Math.max(x(addDays(to, 1)), start + 6);
  const width = labelWidth(text);
  const isRoomy = end + flag + width <= contentWidth;
  const labelX = isRoomy ? end + flag : Math.max(start - flag - width, 4);
  return { text, x: start, width: end - start, labelX, y };
}
