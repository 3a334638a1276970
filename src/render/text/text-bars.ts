/** Charts as bars of text, where no picture can be shown: in Markdown and in a mail. */
import type { Chart, ColumnsChart, OddsChart, ProgressChart } from "../../domain/deck.ts";
import { cutToWidth, displayWidth } from "./display-width.ts";

/** Columns of the longest bar, and of what may stand beside it. */
const barColumns = 30;
const mostLabelColumns = 24;
const mostValueColumns = 14;

/** One line of a chart. */
interface Bar {
  readonly label: string;
  /** Lengths one after another, in the unit of all bars, each with the sign that it is drawn in. */
  readonly parts: readonly (readonly [length: number, sign: string])[];
  readonly value: string;
}

/** At most 72 columns wide; undefined for a chart that is no matter of lengths, or empty. */
export function textBars(chart: Chart): readonly string[] | undefined {
  switch (chart.kind) {
    case "progress":
      return drawn(progressBars(chart));
    case "columns":
      return drawn(columnBars(chart), legend(chart));
    case "odds":
      return drawn(oddsBars(chart));
    case "calendar":
      return undefined;
    default:
      return chart satisfies never;
  }
}

/** What the bars are of, to stand before them. */
export function chartTitle(chart: Chart): string {
  return chart.kind === "progress" ? `${chart.title}, ${chart.unit}` : chart.title;
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

function columnBars({ columns }: ColumnsChart): readonly Bar[] {
  return columns.map(({ label, values, top }) => ({
    label,
    parts: values.map((value, index) => [value, seriesSigns[index] ?? "▓"] as const),
    value: top,
  }));
}

/** What the signs stand for, where there are several. */
function legend({ series }: ColumnsChart): readonly string[] {
  if (series.length < 2) return [];
  const words = series.map(({ label }, index) => `${seriesSigns[index] ?? "▓"} ${label}`);
  return [cutToWidth(words.join("  "), barColumns + mostLabelColumns)];
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

function drawn(bars: readonly Bar[], below: readonly string[] = []): readonly string[] | undefined {
  const longest = Math.max(0, ...bars.map(lengthOf));
  if (longest === 0) return undefined;
  const labels = bars.map(({ label }) => cutToWidth(label, mostLabelColumns));
  const values = bars.map(({ value }) => cutToWidth(value, mostValueColumns));
  const [labelColumns, valueColumns] = [labels, values].map(widest);
  const lines = bars.map((one, index) => {
    const drawing = barOf(one, longest);
    return [
      padded(labels[index] ?? "", labelColumns),
      padded(drawing, barColumns),
      padded(values[index] ?? "", valueColumns, "start"),
    ].join("  ");
  });
  return [...lines, ...below];
}

function lengthOf({ parts }: Bar): number {
  return parts.reduce((sum, [length]) => sum + length, 0);
}

/** Ends are rounded, not lengths, so that bars of one length end in one column; nothing else vanishes. */
function barOf({ parts }: Bar, longest: number): string {
  let drawing = "";
  let end = 0;
  for (const [length, sign] of parts) {
    end += length;
    const columns = Math.round((end * barColumns) / longest) - drawing.length;
    drawing += sign.repeat(Math.max(length > 0 && drawing.length < barColumns ? 1 : 0, columns));
  }
  return drawing;
}

function widest(texts: readonly string[]): number {
  return Math.max(0, ...texts.map(displayWidth));
}

function padded(text: string, columns = 0, side: "start" | "end" = "end"): string {
  const space = " ".repeat(Math.max(0, columns - displayWidth(text)));
  return side === "end" ? text + space : space + text;
}
