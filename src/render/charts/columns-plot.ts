/** One column for each category, split in parts that add up. */
import { scaleBand, scaleLinear } from "d3-scale";
import type { ColumnsChart } from "../../domain/chart.ts";
import { contentWidth } from "../measures.ts";
import { area, areaLabel, seriesFill } from "./fill.ts";
import { chartKey } from "./key.ts";
import type { Plot } from "./plot.ts";
import { columnLabels } from "./column-labels.ts";
import { element, labelWidth, type Svg } from "./svg.ts";

const plotHeight = { least: 90, most: 300 };
const keyGap = 10;
/** Between the parts of a column. */
const slit = 2;
/** A part lower than this has no room for its number. */
const leastForValue = 28;

type Column = ColumnsChart["columns"][number];

export function columnsPlot(chart: ColumnsChart): Plot {
  const bands = scaleBand(
    chart.columns.map((_, index) => index),
    [0, contentWidth],
  );
  bands.paddingInner(0.28).paddingOuter(0.06);
  const step = bands.step();
  const tops = columnLabels(
    chart.columns.map(({ top }) => top),
    step,
  );
  const names = columnLabels(
    chart.columns.map((column) => column.label),
    step,
  );
  // A single series is named by the chart's title, its values stand over the columns.
  const keyed = chart.series.length > 1 ? chart.series : [];
  const key = chartKey(
    keyed.map((one) => ({ fill: seriesFill(one.tone, false), text: one.label, x: 0 })),
  );
  const around = key.height + keyGap + tops.height + names.height;
  const most = Math.max(1, ...chart.columns.map(({ values }) => sum(values)));
  return {
    least: around + plotHeight.least,
    most: around + plotHeight.most,
    draw(height) {
      const floor = height - names.height;
      const y = scaleLinear([0, most], [floor, key.height + keyGap + tops.height]);
      return [
        ...key.draw(0),
        ...chart.columns.flatMap((column, index) => {
          const x = bands(index) ?? 0;
          const middle = x + bands.bandwidth() / 2;
          const isBold = column.isMarked === true;
          return [
            ...columnParts({ chart, column }, { x, width: bands.bandwidth(), y }),
            tops.draw(column.top, { x: middle, y: y(sum(column.values)), isBold, side: "over" }),
            names.draw(column.label, { x: middle, y: floor, isBold, side: "under" }),
          ];
        }),
        element("path", { class: "axis", d: `M0 ${floor}H${contentWidth}` }),
      ];
    },
  };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + Math.max(value, 0), 0);
}

function columnParts(
  { chart, column }: { readonly chart: ColumnsChart; readonly column: Column },
  at: { readonly x: number; readonly width: number; y(value: number): number },
): readonly Svg[] {
  let from = 0;
  return column.values.flatMap((value, index) => {
    const tone = chart.series[index]?.tone;
    if (tone === undefined || value <= 0) return [];
    const bottom = at.y(from);
    from += value;
    const place = { x: at.x, y: at.y(from), width: at.width, height: bottom - at.y(from) - slit };
    const fill = seriesFill(tone, chart.series.length === 1);
    const shape = area(fill, { ...place, height: Math.max(place.height, 1) });
    const isRoomy =
      chart.series.length > 1 &&
      place.height >= leastForValue &&
      labelWidth(String(value)) + 8 <= at.width;
    if (!isRoomy) return [shape];
    const middle = { x: at.x + at.width / 2, y: place.y + place.height / 2 };
    return [shape, areaLabel(fill, String(value), middle)];
  });
}
