/** Labels over or under columns: side by side, or turned upright where they are too wide for that. */
import { baseline, labelLine } from "./plot.ts";
import { label, labelWidth, shortLabel, type Svg } from "./svg.ts";

/** An upright label is cut at this length, in px. */
const maxLength = 96;
const air = 14;

export interface ColumnLabels {
  readonly height: number;
  draw(text: string, at: LabelPoint): Svg;
}

/** The middle of the label's line nearest to the column. */
interface LabelPoint {
  readonly x: number;
  readonly y: number;
  readonly isBold: boolean;
  readonly side: "over" | "under";
}

/** `step` is the distance of two columns. */
export function columnLabels(texts: readonly string[], step: number): ColumnLabels {
  const widths = texts.map((text) => labelWidth(text, "semibold"));
  const widest = Math.max(0, ...widths);
  return widest + 6 <= step
    ? { height: labelLine + 2, draw: level }
    : { height: Math.min(widest, maxLength) + air, draw: upright };
}

function level(text: string, { x, y, isBold, side }: LabelPoint): Svg {
  const line = side === "over" ? y - 8 : y + baseline + 4;
  const face = isBold ? "strong" : undefined;
  return label(text, { x, y: line, class: face, "text-anchor": "middle" });
}

function upright(text: string, { x, y, isBold, side }: LabelPoint): Svg {
  const [anchor, start] = side === "over" ? ["start", y - 8] : ["end", y + 10];
  return label(shortLabel(text, maxLength), {
    transform: `translate(${Math.round(x + 9)} ${Math.round(start)}) rotate(-90)`,
    class: isBold ? "strong" : undefined,
    "text-anchor": anchor,
  });
}
