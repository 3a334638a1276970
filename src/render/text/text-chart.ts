/** Charts as lines of text of at most 72 columns, where no picture can be shown: in Markdown and in a mail. */
import { shortDate } from "../../calendar.ts";
import type { CalendarChart, Chart } from "../../domain/chart.ts";
import { displayText } from "../display-text.ts";
import { barChart } from "./bar-chart.ts";
import { cutToWidth } from "./display-width.ts";

export interface TextChart {
  readonly title: string;
  /** None where there is nothing to be drawn. */
  readonly lines: readonly string[];
}

export function textChart(chart: Chart): TextChart {
  switch (chart.kind) {
    case "progress":
      return { title: displayText(`${chart.title}, ${chart.unit}`), lines: barChart(chart) };
    case "columns":
    case "odds":
    case "burn-up":
      return { title: chart.title, lines: barChart(chart) };
    case "calendar":
      return { title: chart.title, lines: days(chart) };
    default:
      return chart satisfies never;
  }
}

/** What fits into a line after the day. */
const mostLabelColumns = 60;

/** A line for each day on which something is, today among them. */
function days({ marks, spans, today }: CalendarChart): readonly string[] {
  const dated = [
    ...marks.map(({ date, label }) => ({ date, label: `  ${displayText(label)}` })),
    ...spans.map(({ from, to, label }) => ({
      date: from,
      label: `  ${displayText(label)}${to === from ? "" : `, until ${shortDate(to)}`}`,
    })),
    { date: today, label: "► today" },
  ];
  if (dated.length === 1) return [];
  return dated
    .toSorted((one, other) => (one.date < other.date ? -1 : one.date > other.date ? 1 : 0))
    .map(({ date, label }) => {
      const day = shortDate(date).padStart("31 Dec".length);
      return `${day}  ${cutToWidth(label, mostLabelColumns)}`.trimEnd();
    });
}
