/** Progress by stage as one stacked bar, with lines and labels for goal and stretch over it. */
import type { ProgressChart } from "../../domain/deck.ts";
import { standingFill } from "../charts/fill.ts";
import { rowCount, stagger } from "../charts/label-places.ts";
import { labelLine, maxLabelWidth } from "../charts/plot.ts";
import { labelWidth, shortLabel } from "../charts/svg.ts";
import { contentWidth } from "../measures.ts";
import { chartLabel, nativeFill } from "./native-fill.ts";
import { labelObject } from "./label-object.ts";
import type { Box, ChartObject, NativeObject } from "./native.ts";
import type { Palette } from "./palette.ts";

/** How far a mark reaches over the bar on both sides. */
const reach = 7;
/** A bar is no thicker. */
const mostThick = 76;
/** Around the value of a part. */
const valuePadding = 16;

interface Frame {
  readonly box: Box;
  readonly description: string;
  readonly palette: Palette;
}

export function progressObjects(
  chart: ProgressChart,
  { box, description, palette }: Frame,
): readonly NativeObject[] {
  const most = mostOf(chart);
  const marks = chart.marks.map(({ label, value }) => {
    const text = shortLabel(`${label} ${value}`, maxLabelWidth);
    return { text, x: (contentWidth * value) / most, width: labelWidth(text, "semibold") };
  });
  const places = stagger(
    marks.map(({ x, width }) => ({ x: x - width / 2, width })),
    contentWidth,
  );
  const top = box.y + rowCount(places) * labelLine + reach;
  const thick = Math.min(mostThick, box.y + box.height - top - 2 * labelLine);
  const chartBox = { ...box, y: top, height: box.y + box.height - top };
  const bars = barsObject(chart, { box: chartBox, description, palette }, { most, thick });
  return [
    ...(chart.segments.length === 0 ? [] : [bars]),
    ...marks.flatMap(({ text, x, width }, index): readonly NativeObject[] => {
      const place = places[index] ?? { x: 0, row: 0 };
      const y = top - reach - (place.row + 1) * labelLine;
      const line = {
        x: box.x + x,
        y: y + labelLine,
        width: 0,
        height: top + thick + reach - y - labelLine,
      };
      return [
        { kind: "line", name: `Mark: ${text}`, box: line, color: palette.ink, width: 3 },
        labelObject(
          {
            text,
            at: { x: box.x + place.x, y, width },
            align: "center",
            isBold: true,
            color: palette.ink,
          },
          palette,
        ),
      ];
    }),
  ];
}

function mostOf({ segments, marks }: ProgressChart): number {
  const total = segments.reduce((sum, { value }) => sum + Math.max(value, 0), 0);
  return Math.max(total, ...marks.map(({ value }) => value), 1);
}

function barsObject(
  chart: ProgressChart,
  { box, description, palette }: Frame,
  { most, thick }: { readonly most: number; readonly thick: number },
): ChartObject {
  const widest = Math.max(
    0,
    ...chart.segments.map(({ value }) => labelWidth(String(value), "semibold")),
  );
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
    leastLabelled: ((widest + valuePadding) * most) / contentWidth,
    label: chartLabel(palette),
    axis: undefined,
  };
}
