/** Progress by stage as one stacked bar, with lines and labels for goal and stretch. */
import type { ProgressChart } from "../../domain/chart.ts";
import { standingFill } from "../charts/fill.ts";
import { rowCount, stagger } from "../charts/label-places.ts";
import { labelLine, maxLabelWidth } from "../charts/plot.ts";
import { labelWidth, shortLabel } from "../charts/svg.ts";
import { contentWidth } from "../measures.ts";
import { labelObject } from "./label-object.ts";
import { chartLabel, nativeFill } from "./native-fill.ts";
import type { Box, ChartObject, NativeObject } from "./native.ts";
import type { Palette } from "./palette.ts";

/** How far a mark reaches over the bar on both sides. */
const reach = 7;
const mostThick = 76;
/** Around the value of a part. */
const valuePadding = 16;

interface Frame {
  readonly box: Box;
  readonly description: string;
  readonly palette: Palette;
}

/** The lines stand behind the bar, so that they cross no value. */
export function progressObjects(chart: ProgressChart, frame: Frame): readonly NativeObject[] {
  const { box, palette } = frame;
  const marks = marksOf(chart);
  const top = box.y + rowCount(marks) * labelLine + reach;
  const rest = box.y + box.height - top;
  // Two lines are left to the key.
  const bar = { ...box, y: top, height: Math.min(mostThick, rest - 2 * labelLine) };
  const whole = { ...frame, box: { ...bar, height: rest } };
  const track = { kind: "text", name: "Track", shape: "rect", paragraphs: [] } as const;
  return [
    { ...track, box: bar, fill: palette["neutral-tint"] },
    ...marks.map((mark) => markLine(mark, bar, palette)),
    ...(chart.segments.length === 0 ? [] : [barObject(chart, whole, bar.height)]),
    ...marks.map((mark) => markLabel(mark, bar, palette)),
  ];
}

/** A label over the bar, in a row counted from it. */
interface Mark {
  readonly text: string;
  /** The middle of its line, and the left of its label, from the left of the bar. */
  readonly lineX: number;
  readonly x: number;
  readonly width: number;
  readonly row: number;
}

function marksOf(chart: ProgressChart): readonly Mark[] {
  const most = mostOf(chart);
  const marks = chart.marks.map(({ label, value }) => {
    const text = shortLabel(`${label} ${value}`, maxLabelWidth);
    return { text, lineX: (contentWidth * value) / most, width: labelWidth(text, "semibold") };
  });
  const spans = marks.map(({ lineX, width }) => ({ x: lineX - width / 2, width }));
  const places = stagger(spans, contentWidth);
  return marks.map((mark, index) => ({ ...mark, ...(places[index] ?? { x: 0, row: 0 }) }));
}

function mostOf({ segments, marks }: ProgressChart): number {
  const total = segments.reduce((sum, { value }) => sum + Math.max(value, 0), 0);
  return Math.max(total, ...marks.map(({ value }) => value), 1);
}

function markLine({ text, lineX, row }: Mark, bar: Box, { ink }: Palette): NativeObject {
  const over = reach + row * labelLine;
  const box = { x: bar.x + lineX, y: bar.y - over, width: 0, height: over + bar.height + reach };
  return { kind: "line", name: `Mark: ${text}`, box, color: ink, width: 3 };
}

function markLabel({ text, x, width, row }: Mark, bar: Box, palette: Palette): NativeObject {
  const at = { x: bar.x + x, y: bar.y - reach - (row + 1) * labelLine, width };
  return labelObject({ text, at, align: "center", isBold: true, color: palette.ink }, palette);
}

function barObject(
  chart: ProgressChart,
  { box, description, palette }: Frame,
  thick: number,
): ChartObject {
  const most = mostOf(chart);
  const values = chart.segments.map(({ value }) => labelWidth(String(value), "semibold"));
  return {
    kind: "chart",
    name: chart.title,
    description,
    box,
    direction: "bar",
    categories: [chart.unit],
    series: chart.segments.map(({ standing, value }) => ({
      name: `${standing} ${value}`,
      values: [Math.max(value, 0)],
      fill: nativeFill(standingFill(standing), palette),
    })),
    most,
    plot: { x: 0, y: 0, width: contentWidth, height: thick },
    gap: 0,
    key: "b",
    leastLabelled: ((Math.max(...values) + valuePadding) * most) / contentWidth,
    label: chartLabel(palette),
    axis: undefined,
  };
}
