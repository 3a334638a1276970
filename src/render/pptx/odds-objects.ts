/** The scale of odds as native shapes and texts, each where the drawing of the HTML has it. */
import type { OddsChart } from "../../domain/chart.ts";
import { oddsLayout, type OddsRow } from "../charts/odds-layout.ts";
import { labelLine } from "../charts/plot.ts";
import { labelWidth } from "../charts/svg.ts";
import { labelObject } from "./label-object.ts";
import type { Box, NativeObject } from "./native.ts";
import type { Palette } from "./palette.ts";

interface Frame {
  readonly box: Box;
  readonly description: string;
  readonly palette: Palette;
}

export function oddsObjects(chart: OddsChart, frame: Frame): readonly NativeObject[] {
  const { box, palette } = frame;
  const { zones, lines, top, bottom, rows } = oddsLayout(chart).place(box.height);
  return [
    ...lines.map((x): NativeObject => ({
      kind: "line",
      name: "Scale",
      box: { x: box.x + x, y: box.y + top, width: 0, height: bottom - top },
      color: palette.quiet,
      width: 1.5,
    })),
    ...zones.map(({ word, x }) =>
      words({ text: word, x: box.x + x, y: box.y - 4, color: palette.quiet }, palette),
    ),
    ...rows.flatMap((row) => rowObjects(row, frame)),
  ];
}

function rowObjects(row: OddsRow, { box, palette }: Frame): readonly NativeObject[] {
  const { name, text, textX, y, mark, range, shape, tone } = row;
  const at = { y: box.y + y, color: palette.ink };
  const filled = (what: OddsRow["mark"], as: NativeShape): NativeObject => ({
    kind: "text",
    name: `${name}: ${text}`,
    shape: as,
    fill: palette[tone],
    box: { ...what, x: box.x + what.x, y: box.y + what.y },
    paragraphs: [],
  });
  return [
    words({ text: name, x: box.x, ...at }, palette),
    ...(range === undefined ? [] : [filled(range, "rect")]),
    filled(mark, nativeShapes[shape]),
    words({ text, x: box.x + textX, ...at, isBold: true }, palette),
  ];
}

const nativeShapes = {
  circle: "ellipse",
  diamond: "diamond",
  square: "rect",
  range: "roundRect",
} as const;

type NativeShape = (typeof nativeShapes)[keyof typeof nativeShapes];

interface Words {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly color: string;
  readonly isBold?: boolean;
}

function words({ text, x, y, color, isBold = false }: Words, palette: Palette): NativeObject {
  const width = labelWidth(text, isBold ? "semibold" : "regular") + labelLine / 4;
  return labelObject({ text, at: { x, y, width }, align: "left", isBold, color }, palette);
}
