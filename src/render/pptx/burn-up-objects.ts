/** A burn-up as native shapes: dots for what has landed, a bar at the freeze for where it may end. */
import type { BurnUpChart } from "../../domain/chart.ts";
import { burnUpLayout, type BurnUpLabel, type Point } from "../charts/burn-up-layout.ts";
import { labelWidth } from "../charts/svg.ts";
import { labelObject } from "./label-object.ts";
import type { Box, NativeObject } from "./native.ts";
import type { Palette } from "./palette.ts";

interface Frame {
  readonly box: Box;
  readonly description: string;
  readonly palette: Palette;
}

const dotSize = 18;
const barWidth = 12;

/** The cone's sides are left out: lines here run from the top left to the bottom right only. */
export function burnUpObjects(chart: BurnUpChart, frame: Frame): readonly NativeObject[] {
  const { box, palette } = frame;
  const placed = burnUpLayout(chart).place(box.height);
  const { bottom, right, landed, targets, labels } = placed;
  const [high, middle, low] = placed.cone;
  const width = right;
  const bar = { x: right - barWidth, y: high.y, width: barWidth, height: low.y - high.y };
  return [
    ...[{ y: bottom }, ...targets].map(({ y }): NativeObject => ({
      kind: "line",
      name: "Line",
      box: { x: box.x, y: box.y + y, width, height: 0 },
      color: palette.quiet,
      width: 1.5,
    })),
    shape({ name: "Range at the freeze", shape: "rect", fill: palette["neutral-tint"] }, bar, box),
    dot(
      { name: "Most likely", fill: palette.progress },
      { ...middle, x: right - barWidth / 2 },
      box,
    ),
    ...landed.map((point) => dot({ name: "Landed", fill: palette.ink }, point, box)),
    ...labels.map((label) => words(label, frame)),
  ];
}

interface Form {
  readonly name: string;
  readonly fill: string;
}

function dot(form: Form, { x, y }: Point, frame: Box): NativeObject {
  const at = { x: x - dotSize / 2, y: y - dotSize / 2, width: dotSize, height: dotSize };
  return shape({ ...form, shape: "ellipse" }, at, frame);
}

/** `at` is told from the top left of the frame. */
function shape(
  form: Form & { readonly shape: "rect" | "ellipse" },
  at: Box,
  frame: Box,
): NativeObject {
  const box = { ...at, x: frame.x + at.x, y: frame.y + at.y };
  return { kind: "text", ...form, box, paragraphs: [] };
}

function words({ text, x, y, isBold }: BurnUpLabel, { box, palette }: Frame): NativeObject {
  const width = labelWidth(text, isBold ? "semibold" : "regular") + 8;
  const at = { x: box.x + x, y: box.y + y, width };
  return labelObject({ text, at, align: "left", isBold, color: palette.ink }, palette);
}
