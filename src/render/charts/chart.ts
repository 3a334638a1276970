/** A chart as SVG: a pure function of its data, its place and its height. */
import type { Chart } from "../../domain/chart.ts";
import type { ChartBlock } from "../../domain/deck.ts";
import { measures } from "../measures.ts";
import { burnUpPlot } from "./burn-up-plot.ts";
import { calendarPlot } from "./calendar-plot.ts";
import { columnsPlot } from "./columns-plot.ts";
import { oddsPlot } from "./odds-plot.ts";
import type { Plot } from "./plot.ts";
import { progressPlot } from "./progress-plot.ts";
import { drawing } from "./svg.ts";

/** Whether its title stands over it: bars by stage and calendars say themselves what they are. */
export function hasCaption({ kind }: Chart): boolean {
  return kind !== "progress" && kind !== "calendar";
}

/** In px, what stands over the drawing. */
export function captionHeight(chart: Chart): number {
  return hasCaption(chart) ? measures.captionLine + measures.captionGap : 0;
}

/** Heights in px, title included, between which a chart reads well. */
export function chartHeights(chart: Chart): { readonly least: number; readonly most: number } {
  const { least, most } = plotOf(chart);
  const caption = captionHeight(chart);
  return { least: Math.ceil(least) + caption, most: Math.ceil(most) + caption };
}

/** The drawing. `id` is unique on the page. */
export function chartSvg({ chart, description, height }: ChartBlock, id: string): string {
  const plot = plotOf(chart);
  const drawn = height === undefined ? Math.ceil(plot.least) : height - captionHeight(chart);
  const frame = { id, height: drawn, title: chart.title, description };
  return drawing(frame, ...plot.draw(drawn)).markup;
}

function plotOf(chart: Chart): Plot {
  switch (chart.kind) {
    case "progress":
      return progressPlot(chart);
    case "columns":
      return columnsPlot(chart);
    case "calendar":
      return calendarPlot(chart);
    case "odds":
      return oddsPlot(chart);
    case "burn-up":
      return burnUpPlot(chart);
    default:
      return chart satisfies never;
  }
}
