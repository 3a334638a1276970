/** Where everything of a scale of odds stands, whatever draws it: in px from the top left of the plot. */
import { scaleLinear } from "d3-scale";
import type { OddsChart } from "../../domain/chart.ts";
import { contentWidth } from "../measures.ts";
import { labelLine } from "./plot.ts";
import { labelWidth, shortLabel } from "./svg.ts";

/** Names left of the scale, words of chances right of it. */
const scaleStart = 452;
const scaleEnd = 884;
const gap = 24;
const textX = scaleEnd + gap;
const mostRowHeight = 44;
/** A dot, or the height of a range. */
export const dotSize = 22;
const rangeHeight = 14;
const thinRangeHeight = 4;

/** From which chance on a word holds, as the levels of items have it. */
const zones = [
  { word: "unlikely", from: 0, to: 0.3 },
  { word: "open", from: 0.3, to: 0.7 },
  { word: "likely", from: 0.7, to: 1 },
] as const;

export type DotShape = "circle" | "diamond" | "square" | "range";

export interface OddsRow {
  readonly name: string;
  readonly text: string;
  readonly textX: number;
  readonly shape: DotShape;
  readonly tone: "good" | "warning" | "bad" | "neutral";
  /** The top of the line of its words, and the box of its mark. */
  readonly y: number;
  readonly mark: Box;
  /** The range within which a dot lies; absent where it is known where it lies. */
  readonly range?: Box;
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface PlacedOdds {
  readonly zones: readonly { readonly word: string; readonly x: number }[];
  /** Lines down the scale, from `top` to `bottom`. */
  readonly lines: readonly number[];
  readonly top: number;
  readonly bottom: number;
  readonly rows: readonly OddsRow[];
}

export interface OddsLayout {
  readonly least: number;
  readonly most: number;
  place(height: number): PlacedOdds;
}

const x = scaleLinear([0, 1], [scaleStart, scaleEnd]).clamp(true);

export function oddsLayout({ rows }: OddsChart): OddsLayout {
  return {
    least: labelLine + rows.length * labelLine,
    most: labelLine + rows.length * mostRowHeight,
    place(height) {
      const rowHeight = (height - labelLine) / Math.max(1, rows.length);
      return {
        zones: zones.map(({ word, from, to }) => ({
          word,
          x: x((from + to) / 2) - labelWidth(word) / 2,
        })),
        lines: [0, 0.3, 0.7, 1].map((p) => x(p)),
        top: labelLine,
        bottom: height,
        rows: rows.map((row, index) => placedRow(row, labelLine + (index + 0.5) * rowHeight)),
      };
    },
  };
}

const shapes = {
  likely: { shape: "circle", tone: "good" },
  open: { shape: "diamond", tone: "warning" },
  unlikely: { shape: "square", tone: "bad" },
  "cannot make it": { shape: "square", tone: "bad" },
  missed: { shape: "square", tone: "bad" },
  unknown: { shape: "range", tone: "neutral" },
} as const;

function placedRow(row: OddsChart["rows"][number], middle: number): OddsRow {
  const { p, least, most, level, label, text } = row;
  const { shape, tone } = shapes[level];
  const range = (height: number) => ({
    x: x(least),
    y: middle - height / 2,
    width: Math.max(height, x(most) - x(least)),
    height,
  });
  const dot = (at: number) => ({
    x: x(at) - dotSize / 2,
    y: middle - dotSize / 2,
    width: dotSize,
    height: dotSize,
  });
  return {
    name: shortLabel(label, scaleStart - gap - dotSize / 2),
    text: shortLabel(text, contentWidth - textX),
    textX,
    shape,
    tone,
    y: middle - labelLine / 2,
    mark: p === undefined ? range(rangeHeight) : dot(p),
    ...(p === undefined || least === most ? {} : { range: range(thinRangeHeight) }),
  };
}
