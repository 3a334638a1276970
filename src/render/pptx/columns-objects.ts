/** One column for each category as a native chart, with the texts that stand over the columns. */
import type { ColumnsChart } from "../../domain/chart.ts";
import { seriesFill } from "../charts/fill.ts";
import { labelLine } from "../charts/plot.ts";
import { labelWidth, shortLabel } from "../charts/svg.ts";
import { contentWidth } from "../measures.ts";
import { labelObject } from "./label-object.ts";
import { chartLabel, nativeFill } from "./native-fill.ts";
import type { Box, ChartObject, NativeObject } from "./native.ts";
import type { Palette } from "./palette.ts";

/** Between two columns, in percent of one. */
const gap = 40;
/** Under the key and around the labels of the axis. */
const air = 10;
/** A part lower than this, in px, has no room for its number. */
const leastForValue = 28;
/** An upright label is cut at this length, in px. */
const maxUpright = 96;

interface Frame {
  readonly box: Box;
  readonly description: string;
  readonly palette: Palette;
}

/** Places in px from the top left of the chart's box. */
interface Layout {
  readonly step: number;
  readonly plot: Box;
  readonly most: number;
  readonly isTopUpright: boolean;
  readonly isNameUpright: boolean;
}

export function columnsObjects(chart: ColumnsChart, frame: Frame): readonly NativeObject[] {
  if (chart.columns.length === 0) return [];
  const layout = layoutOf(chart, frame.box);
  const tops = chart.columns.map((_, index) => topLabel(chart, index, { ...frame, layout }));
  return [barsObject(chart, frame, layout), ...tops];
}

function layoutOf({ columns, series }: ColumnsChart, box: Box): Layout {
  const step = contentWidth / columns.length;
  const tops = labelsOf(
    columns.map(({ top }) => top),
    step,
  );
  const names = labelsOf(
    columns.map(({ label }) => label),
    step,
  );
  const key = series.length > 1 ? labelLine + air : 0;
  const y = key + tops.height;
  const height = box.height - y - names.height - air;
  return {
    step,
    plot: { x: 0, y, width: contentWidth, height },
    most: Math.max(1, ...columns.map(({ values }) => sum(values))),
    isTopUpright: tops.isUpright,
    isNameUpright: names.isUpright,
  };
}

/** Turned upright where they are too wide to stand side by side. */
function labelsOf(texts: readonly string[], step: number) {
  const widest = Math.max(0, ...texts.map((text) => labelWidth(text, "semibold")));
  const isUpright = widest + 6 > step;
  return { isUpright, height: isUpright ? Math.min(widest, maxUpright) + air : labelLine };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + Math.max(value, 0), 0);
}

function barsObject(
  { title, series, columns }: ColumnsChart,
  { box, description, palette }: Frame,
  { step, plot, most, isNameUpright }: Layout,
): ChartObject {
  const isAlone = series.length === 1;
  const numbers = columns.flatMap(({ values }) => values.map((value) => labelWidth(String(value))));
  const isRoomy = !isAlone && Math.max(...numbers) + air <= step / (1 + gap / 100);
  return {
    kind: "chart",
    name: title,
    description,
    box,
    direction: "col",
    categories: columns.map(({ label }) => shortLabel(label, isNameUpright ? maxUpright : step)),
    series: series.map(({ label, tone }, index) => ({
      name: label,
      values: columns.map(({ values }) => Math.max(values[index] ?? 0, 0)),
      fill: nativeFill(seriesFill(tone, isAlone), palette),
    })),
    most,
    plot,
    gap,
    key: isAlone ? undefined : "t",
    leastLabelled: isRoomy ? (leastForValue * most) / plot.height : undefined,
    label: chartLabel(palette),
    axis: { isUpright: isNameUpright },
  };
}

function topLabel(
  { columns }: ColumnsChart,
  index: number,
  { box, palette, layout }: Frame & { readonly layout: Layout },
): NativeObject {
  const { step, plot, most, isTopUpright } = layout;
  const { top = "", values = [], isMarked = false } = columns[index] ?? {};
  const height = isTopUpright ? maxUpright : labelLine;
  const y = box.y + plot.y + plot.height * (1 - sum(values) / most) - height;
  const text = isTopUpright ? shortLabel(top, maxUpright) : top;
  const at = { x: box.x + index * step, y, width: step };
  const label = { text, at, isBold: isMarked, color: palette.ink };
  if (!isTopUpright) return labelObject({ ...label, align: "center" }, palette);
  return {
    ...labelObject({ ...label, align: "left" }, palette),
    isUpright: true,
    anchor: "middle",
    box: { ...at, height },
  };
}
