/** Bars of text, which show lengths where no picture can be shown. */
import { shortDate } from "../../calendar.ts";
import type { BurnUpChart, ColumnsChart, OddsChart, ProgressChart } from "../../domain/chart.ts";
import { displayText } from "../display-text.ts";
import { widthOf } from "./columns.ts";
import { cutToWidth, displayWidth } from "./display-width.ts";

/** Columns of a line, of what may stand beside a bar, and of the longest bar. */
const columns = 72;
const mostLabelColumns = 28;
const mostValueColumns = 24;
const mostBarColumns = 30;

/** One line of a chart. */
interface Bar {
  readonly label: string;
  /** Lengths one after another, in the unit of all bars, each with the sign that it is drawn in. */
  readonly parts: readonly (readonly [length: number, sign: string])[];
  readonly value: string;
}

/** No lines where there is nothing to be drawn. */
export function barChart(
  chart: ProgressChart | ColumnsChart | OddsChart | BurnUpChart,
): readonly string[] {
  switch (chart.kind) {
    case "progress":
      return drawn(progressBars(chart));
    case "columns":
      return drawn(columnBars(chart), legend(chart));
    case "odds":
      return drawn(oddsBars(chart));
    case "burn-up":
      return drawn(burnUpBars(chart));
    default:
      return chart satisfies never;
  }
}

/** The targets are bars too, so that each stage can be held against them. */
function progressBars({ segments, marks }: ProgressChart): readonly Bar[] {
  if (segments.length === 0) return [];
  return [
    ...segments.map(({ standing, value }) => bar(standing, value, "█")),
    ...marks.map(({ label, value }) => bar(label, value, "▒")),
  ];
}

function bar(label: string, value: number, sign: string): Bar {
  return { label, parts: [[value, sign]], value: String(value) };
}

const seriesSigns = ["█", "░", "▒"];

function columnBars({ columns: all }: ColumnsChart): readonly Bar[] {
  return all.map(({ label, values, top }) => ({
    label,
    parts: values.map((value, index) => [value, seriesSigns[index] ?? "▓"] as const),
    value: top,
  }));
}

/** What the signs stand for, where there are several. */
function legend({ series }: ColumnsChart): readonly string[] {
  if (series.length < 2) return [];
  const words = series.map(({ label }, index) => `${seriesSigns[index] ?? "▓"} ${label}`);
  return [cutToWidth(displayText(words.join(", ")), columns)];
}

/** What is not known lies between two chances. */
function oddsBars({ rows }: OddsChart): readonly Bar[] {
  return rows.map(({ label, least, most, text }) => ({
    label,
    parts: [
      [least, "█"],
      [most - least, "▒"],
      [1 - most, "░"],
    ],
    value: text,
  }));
}

/** What had landed by day; where it may end; the targets. */
function burnUpBars({ points, end, marks }: BurnUpChart): readonly Bar[] {
  const { label, low, middle, high } = end;
  return [
    ...points.map(({ date, value }) => bar(shortDate(date), value, "█")),
    {
      label,
      parts: [
        [low, "█"],
        [high - low, "▒"],
      ],
      value: `${low} to ${high}, most likely ${middle}`,
    },
    ...marks.map((mark) => bar(mark.label, mark.value, "▒")),
  ];
}

function drawn(bars: readonly Bar[], below: readonly string[] = []): readonly string[] {
  const longest = Math.max(0, ...bars.map(lengthOf));
  if (longest === 0) return [];
  const labels = bars.map(({ label }) => cutToWidth(displayText(label), mostLabelColumns));
  const values = bars.map(({ value }) => cutToWidth(displayText(value), mostValueColumns));
  const beside = widthOf(labels) + widthOf(values) + 4;
  const room = Math.min(mostBarColumns, columns - beside);
  const lines = bars.map((one, index) => {
    const [label = "", value = ""] = [labels[index], values[index]];
    const bar = drawing(one, longest, room);
    const parts = [
      label + spaces(widthOf(labels) - displayWidth(label)),
      bar + spaces(room - bar.length),
      spaces(widthOf(values) - displayWidth(value)) + value,
    ];
    return parts.join("  ").trimEnd();
  });
  return [...lines, ...below];
}

function lengthOf({ parts }: Bar): number {
  return parts.reduce((sum, [length]) => sum + length, 0);
}

/** Ends are rounded, not lengths, so that equal bars end in one column; what there is never vanishes. */
function drawing({ parts }: Bar, longest: number, room: number): string {
  let drawn = "";
  let end = 0;
  for (const [length, sign] of parts) {
    end += length;
    const least = length > 0 && drawn.length < room ? 1 : 0;
    drawn += sign.repeat(Math.max(least, Math.round((end * room) / longest) - drawn.length));
  }
  return drawn;
}

function spaces(count: number): string {
  return " ".repeat(count);
}
