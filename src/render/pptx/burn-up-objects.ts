/** A burn-up as native shapes: a line for what has landed, a cone for where it may end. */
import type { BurnUpChart } from "../../domain/chart.ts";
import { burnUpLayout, type BurnUpLabel, type Point } from "../charts/burn-up-layout.ts";
import { labelWidth } from "../charts/svg.ts";
import { labelObject } from "./label-object.ts";
import type { Box, LineObject, NativeObject } from "./native.ts";
import type { Palette } from "./palette.ts";

interface Frame {
  readonly box: Box;
  readonly description: string;
  readonly palette: Palette;
}

const dotSize = 16;

export function burnUpObjects(chart: BurnUpChart, frame: Frame): readonly NativeObject[] {
  const { box, palette } = frame;
  const { bottom, right, landed, cone, targets, labels } = burnUpLayout(chart).place(box.height);
  const [high, middle, low] = cone;
  const now = landed.at(-1) ?? { x: 0, y: bottom };
  const across = [{ x: 0, y: bottom }, ...targets].map(({ y }) => [
    { x: 0, y },
    { x: right, y },
  ]);
  const thin = { name: "Line", color: palette.quiet, width: 1.5 };
  return [
    coneObject([now, high, low], frame),
    ...across.map(([from = now, to = now]) => line(thin, [from, to], box)),
    line(
      { name: "Most likely", color: palette.progress, width: 3, isDashed: true },
      [now, middle],
      box,
    ),
    ...landed
      .slice(1)
      .map((to, index) =>
        line({ name: "Landed", color: palette.ink, width: 3 }, [landed[index] ?? to, to], box),
      ),
    ...landed.map((point) => dot({ name: "Landed", fill: palette.ink }, point, box)),
    ...labels.map((label) => words(label, frame)),
  ];
}

/** Where it may end: from today's point to the ends at the freeze. */
function coneObject(ends: readonly Point[], { box, description, palette }: Frame): NativeObject {
  const [left, top] = [Math.min(...ends.map(({ x }) => x)), Math.min(...ends.map(({ y }) => y))];
  const width = Math.max(...ends.map(({ x }) => x)) - left;
  const height = Math.max(...ends.map(({ y }) => y)) - top;
  return {
    kind: "text",
    name: "Where it may end",
    description,
    shape: "custGeom",
    corners: ends.map(({ x, y }) => ({ x: x - left, y: y - top })),
    fill: palette["progress-tint"],
    box: { x: box.x + left, y: box.y + top, width, height },
    paragraphs: [],
  };
}

function line(
  look: Pick<LineObject, "name" | "color" | "width" | "isDashed">,
  ends: readonly [Point, Point],
  frame: Box,
): NativeObject {
  const [first, second] = ends;
  const [from, to] = first.x <= second.x ? ends : [second, first];
  const [x, y] = [frame.x + from.x, frame.y + Math.min(from.y, to.y)];
  const box = { x, y, width: to.x - from.x, height: Math.abs(to.y - from.y) };
  return { kind: "line", ...look, box, isRising: to.y < from.y };
}

interface Form {
  readonly name: string;
  readonly fill: string;
}

/** `at` is told from the top left of the frame. */
function dot({ name, fill }: Form, { x, y }: Point, frame: Box): NativeObject {
  const at = { x: frame.x + x - dotSize / 2, y: frame.y + y - dotSize / 2 };
  const box = { ...at, width: dotSize, height: dotSize };
  return { kind: "text", name, fill, shape: "ellipse", box, paragraphs: [] };
}

function words({ text, x, y, isBold }: BurnUpLabel, { box, palette }: Frame): NativeObject {
  const width = labelWidth(text, isBold ? "semibold" : "regular") + 8;
  const at = { x: box.x + x, y: box.y + y, width };
  return labelObject({ text, at, align: "left", isBold, color: palette.ink }, palette);
}
