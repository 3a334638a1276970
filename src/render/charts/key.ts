/** The key of a chart: for each part its color and pattern, and what it is. */
import { contentWidth } from "../measures.ts";
import { area, type Fill } from "./fill.ts";
import { flow, rowCount } from "./label-places.ts";
import { baseline, labelLine, maxLabelWidth } from "./plot.ts";
import { element, label, labelWidth, shortLabel, type Svg } from "./svg.ts";

export interface KeyEntry {
  readonly fill: Fill;
  readonly text: string;
  /** Where it would best begin. */
  readonly x: number;
}

export interface Key {
  readonly height: number;
  draw(top: number): readonly Svg[];
}

const swatch = 20;
const swatchGap = 10;

export function chartKey(wanted: readonly KeyEntry[]): Key {
  const entries = wanted.map((one) => ({ ...one, text: shortLabel(one.text, maxLabelWidth) }));
  const spans = entries.map(({ x, text }) => ({ x, width: swatch + swatchGap + labelWidth(text) }));
  const places = flow(spans, contentWidth);
  return {
    height: rowCount(places) * labelLine,
    draw: (top) =>
      entries.map(({ fill, text }, index) => {
        const { x, row } = places[index] ?? { x: 0, row: 0 };
        const y = top + row * labelLine;
        const box = { x, y: y + 6, width: swatch, height: swatch };
        const words = label(text, { x: x + swatch + swatchGap, y: y + baseline });
        return element("g", {}, area(fill, box), words);
      }),
  };
}
