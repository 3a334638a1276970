/** The calendar strip as native shapes and texts, each where the drawing of the HTML has it. */
import { calendarLayout, stripHeight, type Mark, type SpanBar } from "../charts/calendar-layout.ts";
import type { CalendarChart } from "../../domain/chart.ts";
import { labelLine } from "../charts/plot.ts";
import { labelWidth } from "../charts/svg.ts";
import { contentWidth } from "../measures.ts";
import { labelObject } from "./label-object.ts";
import type { Box, NativeObject, TextObject } from "./native.ts";
import type { Palette } from "./palette.ts";

interface Frame {
  readonly box: Box;
  readonly description: string;
  readonly palette: Palette;
}

export function calendarObjects(chart: CalendarChart, frame: Frame): readonly NativeObject[] {
  const { box, description, palette } = frame;
  const placed = calendarLayout(chart).place(box.height);
  const strip = { x: box.x, y: box.y + placed.stripTop, height: stripHeight };
  const middle = strip.y + stripHeight / 2;
  return [
    { ...bar("Calendar", { ...strip, width: contentWidth }, palette["neutral-tint"]), description },
    bar("Past", { ...strip, width: placed.todayX }, palette["accent-line"]),
    ...placed.months.flatMap(({ name, x, labelX }) => [
      line(
        name,
        { x: box.x + x, y: box.y + placed.monthsTop, height: labelLine - 4 },
        palette.quiet,
      ),
      label(
        name,
        { x: box.x + labelX, y: box.y + placed.monthsTop },
        { palette, color: palette.quiet },
      ),
    ]),
    ...placed.spans.flatMap((span) => spanObjects(span, frame)),
    ...placed.marks.flatMap((mark) => flagObjects(mark, frame, strip.y)),
    ...placed.marks.map((mark) => pin(mark, { x: box.x + mark.x, y: middle }, palette)),
  ];
}

function bar(name: string, box: Box, fill: string): TextObject {
  return { kind: "text", name, shape: "roundRect", fill, box, paragraphs: [] };
}

function line(name: string, at: Omit<Box, "width">, color: string): NativeObject {
  return { kind: "line", name: `Line: ${name}`, box: { ...at, width: 0 }, color, width: 1.5 };
}

interface Words {
  readonly palette: Palette;
  readonly color: string;
  readonly isBold?: boolean;
  readonly isLeftOfLine?: boolean;
}

function label(
  text: string,
  { x, y }: Pick<Box, "x" | "y">,
  { palette, color, isBold = false, isLeftOfLine = false }: Words,
): NativeObject {
  const width = labelWidth(text, isBold ? "semibold" : "regular");
  const align = isLeftOfLine ? "right" : "left";
  return labelObject({ text, at: { x, y, width }, align, isBold, color }, palette);
}

function spanObjects(span: SpanBar, { box, palette }: Frame): readonly NativeObject[] {
  const y = box.y + span.y;
  const at = { x: box.x + span.x, y: y + 9, width: span.width, height: 14 };
  const isLeftOfLine = span.labelX < span.x;
  return [
    bar(`Span: ${span.text}`, at, palette.progress),
    label(span.text, { x: box.x + span.labelX, y }, { palette, color: palette.ink, isLeftOfLine }),
  ];
}

/** The label over the strip and the line that leads down from it. */
function flagObjects(
  mark: Mark,
  { box, palette }: Frame,
  stripTop: number,
): readonly NativeObject[] {
  if (mark.label === undefined) return [];
  const y = box.y + mark.label.y;
  const isToday = mark.tone === "today";
  const leader = { x: box.x + mark.x, y: y + 6, height: stripTop - y - 6 };
  const words = {
    palette,
    color: isToday ? palette.accent : palette.ink,
    isBold: mark.tone !== "event",
    isLeftOfLine: mark.label.x < mark.x,
  };
  return [
    line(mark.text, leader, isToday ? palette.accent : palette.quiet),
    label(mark.text, { x: box.x + mark.label.x, y }, words),
  ];
}

/** A shape for each kind of day, as in the drawing; sizes in px. */
const pins = {
  freeze: { shape: "diamond", size: 26, fill: "bad" },
  release: { shape: "rect", size: 22, fill: "good" },
  today: { shape: "ellipse", size: 20, fill: "paper" },
  event: { shape: "ellipse", size: 16, fill: "quiet" },
} as const;

function pin({ tone, text }: Mark, at: Pick<Box, "x" | "y">, palette: Palette): NativeObject {
  const { shape, size, fill } = pins[tone];
  const outline =
    tone === "today" ? { color: palette.accent, width: 5 } : { color: palette.paper, width: 3 };
  return {
    kind: "text",
    name: `Pin: ${text}`,
    shape,
    fill: palette[fill],
    outline,
    box: { x: at.x - size / 2, y: at.y - size / 2, width: size, height: size },
    paragraphs: [],
  };
}
