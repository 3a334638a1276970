/** A native chart as pptxgenjs takes it. */
import type { Box, ChartObject } from "./native.ts";
import { inches, points } from "./units.ts";

export function chartData({ series, categories }: ChartObject) {
  return series.map(({ name, values }) => ({
    name,
    labels: [...categories],
    values: [...values],
  }));
}

export function chartProps(chart: ChartObject) {
  const { box, label, key } = chart;
  return {
    ...inches(box),
    objectName: chart.name,
    altText: chart.description,
    barDir: chart.direction,
    barGrouping: "stacked",
    // Zero would be taken for "not said".
    barGapWidthPct: Math.max(chart.gap, 1),
    chartColors: chart.series.map(({ fill }) => fill.solid),
    // Between the parts of a bar; it would cut the line of an axis.
    ...(chart.axis === undefined ? { dataBorder: { pt: 1.5, color: label.paper } } : {}),
    chartArea: { roundedCorners: false },
    layout: shares(chart.plot, box),
    ...axisProps(chart),
    showLegend: key !== undefined,
    ...(key === undefined ? {} : { legendPos: key }),
    legendFontSize: points(label.size),
    legendColor: label.color,
    ...valueProps(chart),
  } as const;
}

/** Where the bars are, as shares of the chart. */
function shares(plot: Box, box: Box) {
  return {
    x: plot.x / box.width,
    y: plot.y / box.height,
    w: plot.width / box.width,
    h: plot.height / box.height,
  };
}

function axisProps({ axis, label, most }: ChartObject) {
  return {
    valAxisHidden: true,
    valAxisMinVal: 0,
    valAxisMaxVal: most,
    valGridLine: { style: "none" },
    catAxisHidden: axis === undefined,
    catAxisLabelFontSize: points(label.size),
    catAxisLabelColor: label.color,
    catAxisLineColor: label.color,
    catAxisMajorTickMark: "none",
    ...(axis?.isUpright === true ? { catAxisLabelRotate: -90 } : {}),
  } as const;
}

/** Nothing for a value that has no room for its label. */
function valueProps({ leastLabelled, label }: ChartObject) {
  return {
    showValue: leastLabelled !== undefined,
    dataLabelFormatCode: `[>=${(leastLabelled ?? 0).toFixed(3)}]General;""`,
    dataLabelColor: label.onSolid,
    dataLabelFontBold: true,
    dataLabelFontSize: points(label.size),
    dataLabelPosition: "ctr",
  } as const;
}
