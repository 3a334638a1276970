/** A strip of time with today, dated marks over it, and months and spans under it. */
import { scaleLinear } from "d3-scale";
import { addDays, daysBetween, longDate } from "../../calendar.ts";
import type { CalendarChart } from "../../domain/deck.ts";
import { contentWidth } from "../measures.ts";
import { placeFlags } from "./flags.ts";
import { rowCount } from "./label-places.ts";
import { baseline, labelLine, maxLabelWidth, type Plot } from "./plot.ts";
import { element, label, labelWidth, patched, shortLabel, type Svg } from "./svg.ts";

const strip = 16;
const air = 16;
/** Between a line or bar and its label. */
const flag = 8;
const mostRowHeight = 46;
/** So much calendar fits a page: labels that would fly higher, and spans beyond, are left out. */
const maxRows = 6;
const maxSpans = 4;

type Tone = CalendarChart["marks"][number]["tone"] | "today";
type DateScale = (date: string) => number;

interface Mark {
  readonly text: string;
  readonly tone: Tone;
  readonly x: number;
}

export function calendarPlot(chart: CalendarChart): Plot {
  const x = dateScale(chart);
  const marks = marksOf(chart, x);
  const places = placeFlags(marks.map(flagOf), contentWidth);
  const rows = Math.min(rowCount(places), maxRows);
  const spans = chart.spans.slice(0, maxSpans);
  const around = air + strip + air / 2 + labelLine + spans.length * labelLine;
  return {
    least: around + rows * labelLine,
    most: around + rows * mostRowHeight,
    draw(height) {
      const rowHeight = (height - around) / Math.max(rows, 1);
      const top = rows * rowHeight + air;
      const under = top + strip + air / 2;
      return [
        ...track(chart, x, top),
        ...months(chart, x, under),
        ...spans.map((span, index) => spanShape(span, x, under + (index + 1) * labelLine)),
        ...marks.flatMap((mark, index) => {
          const { x: start, row } = places[index] ?? { x: 0, row: maxRows };
          const y = top - air - (row + 1) * rowHeight;
          return row < maxRows ? [flagShape(mark, { x: start, y }, top)] : [];
        }),
        ...marks.map((mark) => pin(mark, top + strip / 2)),
      ];
    },
  };
}

function dateScale({ from, to }: CalendarChart): DateScale {
  const scale = scaleLinear([0, Math.max(daysBetween(from, to), 1)], [10, contentWidth - 10]);
  scale.clamp(true);
  return (date) => scale(daysBetween(from, date));
}

function marksOf(chart: CalendarChart, x: DateScale): readonly Mark[] {
  const today: Mark = { text: dated("Today", day(chart.today)), tone: "today", x: x(chart.today) };
  const marks = chart.marks.map(({ date, label: name, tone }): Mark => ({
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

function flagOf({ text, x }: Mark) {
  return { x, width: labelWidth(text, "semibold") };
}

function track(chart: CalendarChart, x: DateScale, y: number): readonly Svg[] {
  const box = { y, height: strip, rx: strip / 2 };
  const past = { ...box, x: 0, width: x(chart.today) };
  return [
    element("rect", { class: "track", ...box, x: 0, width: contentWidth }),
    element("rect", { class: "past", ...past }),
  ];
}

/** The name of each month at its first day; one that has no room before the next is left out. */
function months({ from, to }: CalendarChart, x: DateScale, y: number): readonly Svg[] {
  const shapes: Svg[] = [];
  let free = 0;
  for (const first of firstDays(from, to)) {
    const name = longDate(first).split(" ")[1] ?? "";
    const end = x(first) + flag + labelWidth(name);
    if (x(first) < free || end > contentWidth) continue;
    free = end + flag;
    const line = element("path", {
      class: "axis",
      d: `M${x(first).toFixed(1)} ${y}v${labelLine - 4}`,
    });
    shapes.push(line, label(name, { x: x(first) + flag, y: y + baseline, class: "quiet" }));
  }
  return shapes;
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

type Span = CalendarChart["spans"][number];

/** A bar with its label right of it, or left where there is no room. */
function spanShape({ from, to, label: name }: Span, x: DateScale, y: number): Svg {
  const dates = from === to ? day(from) : `${day(from)} – ${day(to)}`;
  const text = dated(name, dates);
  const start = x(from);
  const end = Math.max(x(addDays(to, 1)), start + 6);
  const width = labelWidth(text);
  const isRoomy = end + flag + width <= contentWidth;
  const at = { x: isRoomy ? end + flag : Math.max(start - flag - width, 4), y: y + baseline };
  const bar = { class: "span", x: start, y: y + 9, width: end - start, height: 14, rx: 3 };
  return element("g", {}, element("rect", bar), patched(text, { ...at, isBold: false }));
}

function flagShape(mark: Mark, at: { readonly x: number; readonly y: number }, top: number): Svg {
  const line = `M${mark.x.toFixed(1)} ${(at.y + 6).toFixed(1)}V${top.toFixed(1)}`;
  return element(
    "g",
    { class: mark.tone },
    element("path", { class: "leader", d: line }),
    patched(mark.text, { x: at.x, y: at.y + baseline, isBold: mark.tone !== "event" }),
  );
}

/** A shape for each kind of day: diamond for a freeze, square for the release, ring for today, dot else. */
function pin({ tone, x }: Mark, y: number): Svg {
  switch (tone) {
    case "freeze":
      return element("path", {
        class: "pin freeze",
        d: `M${x.toFixed(1)} ${y - 13}l13 13-13 13-13-13z`,
      });
    case "release":
      return element("rect", { class: "pin release", x: x - 11, y: y - 11, width: 22, height: 22 });
    case "today":
      return element("circle", { class: "pin today", cx: x, cy: y, r: 11 });
    case "event":
      return element("circle", { class: "pin event", cx: x, cy: y, r: 8 });
    default:
      return tone satisfies never;
  }
}
