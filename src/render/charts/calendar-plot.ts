/** A strip of time with today, dated marks over it, and months and spans under it. */
import type { CalendarChart } from "../../domain/chart.ts";
import { contentWidth } from "../measures.ts";
import {
  calendarLayout,
  stripHeight,
  type Mark,
  type Month,
  type PlacedCalendar,
  type SpanBar,
} from "./calendar-layout.ts";
import { baseline, labelLine, type Plot } from "./plot.ts";
import { element, label, patched, type Svg } from "./svg.ts";

export function calendarPlot(chart: CalendarChart): Plot {
  const { least, most, place } = calendarLayout(chart);
  return {
    least,
    most,
    draw(height) {
      const placed = place(height);
      const { stripTop, marks, months, monthsTop, spans } = placed;
      return [
        ...track(placed),
        ...months.flatMap((month) => monthShapes(month, monthsTop)),
        ...spans.map(spanShape),
        ...marks.flatMap((mark) => flagShapes(mark, stripTop)),
        ...marks.map((mark) => pin(mark, stripTop + stripHeight / 2)),
      ];
    },
  };
}

function track({ stripTop: y, todayX }: PlacedCalendar): readonly Svg[] {
  const box = { y, height: stripHeight, rx: stripHeight / 2 };
  const past = { ...box, x: 0, width: todayX };
  return [
    element("rect", { class: "track", ...box, x: 0, width: contentWidth }),
    element("rect", { class: "past", ...past }),
  ];
}

function monthShapes({ name, x, labelX }: Month, y: number): readonly Svg[] {
  const line = { class: "axis", d: `M${x.toFixed(1)} ${y}v${labelLine - 4}` };
  return [element("path", line), label(name, { x: labelX, y: y + baseline, class: "quiet" })];
}

function spanShape({ text, x, width, labelX, y }: SpanBar): Svg {
  const at = { x: labelX, y: y + baseline };
  const bar = { class: "span", x, y: y + 9, width, height: 14, rx: 3 };
  return element("g", {}, element("rect", bar), patched(text, { ...at, isBold: false }));
}

/** A label with the line that leads down from it. */
function flagShapes({ text, tone, x, label: at }: Mark, top: number): readonly Svg[] {
  if (at === undefined) return [];
  const line = `M${x.toFixed(1)} ${(at.y + 6).toFixed(1)}V${top.toFixed(1)}`;
  const shape = element(
    "g",
    { class: tone },
    element("path", { class: "leader", d: line }),
    patched(text, { x: at.x, y: at.y + baseline, isBold: tone !== "event" }),
  );
  return [shape];
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
      return element("rect", {
        class: "pin release",
        x: x - 11,
        y: y - 11,
        width: 22,
        height: 22,
      });
    case "today":
      return element("circle", { class: "pin today", cx: x, cy: y, r: 11 });
    case "event":
      return element("circle", { class: "pin event", cx: x, cy: y, r: 8 });
    default:
      return tone satisfies never;
  }
}
