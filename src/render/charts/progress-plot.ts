/** One bar, split by where the work stands, with marks for goal and stretch. */
import { scaleLinear } from "d3-scale";
import type { ProgressChart } from "../../domain/chart.ts";
import { contentWidth } from "../measures.ts";
import { area, areaLabel, standingFill, type Fill } from "./fill.ts";
import { chartKey } from "./key.ts";
import { rowCount, stagger } from "./label-places.ts";
import { baseline, labelLine, maxLabelWidth, type Plot } from "./plot.ts";
import { element, label, labelWidth, shortLabel, type Svg } from "./svg.ts";

const bar = { least: 40, most: 76 };
const keyGap = 14;
/** Between two segments. */
const slit = 3;
/** How far a mark reaches over the bar on both sides. */
const reach = 7;

interface Segment {
  readonly fill: Fill;
  readonly text: string;
  readonly value: string;
  readonly x: number;
  readonly width: number;
}

export function progressPlot(chart: ProgressChart): Plot {
  const x = scale(chart);
  const segments = segmentsOf(chart, x);
  const marks = chart.marks.map(({ label: name, value }) => ({
    text: shortLabel(`${name} ${value}`, maxLabelWidth),
    x: x(value),
  }));
  const spans = marks.map((mark) => {
    const width = labelWidth(mark.text, "semibold");
    return { x: mark.x - width / 2, width };
  });
  const places = stagger(spans, contentWidth);
  const top = rowCount(places) * labelLine + reach;
  const key = chartKey(segments);
  const around = top + keyGap + key.height;
  return {
    least: around + bar.least,
    most: around + bar.most,
    draw(height) {
      const thick = height - around;
      return [
        element("rect", { class: "track", x: 0, y: top, width: contentWidth, height: thick }),
        ...segments.map((segment) => {
          const x = clearMiddle(segment, marks);
          return segmentShape(segment, { x, top, thick });
        }),
        ...marks.map((mark, index) => {
          const place = places[index] ?? { x: 0, row: 0 };
          const y = top - reach - (place.row + 1) * labelLine;
          const d = `M${round(mark.x)} ${y + baseline + 6}V${round(top + thick + reach)}`;
          const words = label(mark.text, { x: place.x, y: y + baseline, class: "strong" });
          return element("g", {}, element("path", { class: "mark", d }), words);
        }),
        ...key.draw(top + thick + keyGap),
      ];
    },
  };
}

function scale({ segments, marks }: ProgressChart) {
  const total = segments.reduce((sum, { value }) => sum + Math.max(value, 0), 0);
  const most = Math.max(total, ...marks.map(({ value }) => value), 1);
  return scaleLinear([0, most], [0, contentWidth - 2]);
}

function segmentsOf(chart: ProgressChart, x: (value: number) => number): readonly Segment[] {
  let from = 0;
  return chart.segments.map(({ standing, value }) => {
    const start = x(from);
    from += Math.max(value, 0);
    return {
      fill: standingFill(standing),
      text: `${standing} ${value}`,
      value: String(value),
      x: start,
      width: Math.max(x(from) - start - slit, 1),
    };
  });
}

function segmentShape(
  { fill, value, x, width }: Segment,
  at: { readonly x: number | undefined; readonly top: number; readonly thick: number },
): Svg {
  const shape = area(fill, { x, y: at.top, width, height: at.thick });
  if (at.x === undefined) return shape;
  return element("g", {}, shape, areaLabel(fill, value, { x: at.x, y: at.top + at.thick / 2 }));
}

/** The middle of the widest part of a segment that no mark crosses; undefined where its value has no room. */
function clearMiddle(
  { x, width, value }: Segment,
  marks: readonly { readonly x: number }[],
): number | undefined {
  const inside = marks.map((mark) => mark.x).filter((at) => at > x && at < x + width);
  const cuts = [x, ...inside.toSorted((left, right) => left - right), x + width];
  const gaps = cuts.slice(1).map((end, index) => ({ end, start: cuts[index] ?? end }));
  const [widest] = gaps.toSorted((left, right) => right.end - right.start - left.end + left.start);
  if (widest === undefined) return undefined;
  const room = widest.end - widest.start;
  return labelWidth(value, "semibold") + 16 > room ? undefined : (widest.start + widest.end) / 2;
}

function round(length: number): number {
  return Math.round(length * 10) / 10;
}
