/** A chart with its title: bars that PowerPoint draws from their numbers, a calendar as shapes. */
import type { ChartBlock } from "../../domain/deck.ts";
import { captionHeight } from "../charts/chart.ts";
import { styles } from "../fit/text-runs.ts";
import { contentWidth, measures } from "../measures.ts";
import { burnUpObjects } from "./burn-up-objects.ts";
import { calendarObjects } from "./calendar-objects.ts";
import { columnsObjects } from "./columns-objects.ts";
import { plain } from "./native-text.ts";
import type { Box, NativeObject } from "./native.ts";
import { oddsObjects } from "./odds-objects.ts";
import type { Palette } from "./palette.ts";
import { progressObjects } from "./progress-objects.ts";

export function chartObjects(
  block: ChartBlock,
  { x, y, height }: Box,
  palette: Palette,
): readonly NativeObject[] {
  const over = captionHeight(block.chart);
  const box = { x, y: y + over, width: contentWidth, height: height - over };
  const drawn = plotObjects(block, box, palette);
  return over === 0 ? drawn : [captionObject(block, { ...box, y }, palette), ...drawn];
}

function captionObject({ chart }: ChartBlock, box: Box, palette: Palette): NativeObject {
  const look = { style: styles.caption, color: palette.quiet, palette };
  return {
    kind: "text",
    name: "Chart title",
    box: { ...box, height: measures.captionLine },
    paragraphs: [plain(chart.title, look)],
  };
}

function plotObjects(
  { chart, description }: ChartBlock,
  box: Box,
  palette: Palette,
): readonly NativeObject[] {
  switch (chart.kind) {
    case "progress":
      return progressObjects(chart, { box, description, palette });
    case "columns":
      return columnsObjects(chart, { box, description, palette });
    case "calendar":
      return calendarObjects(chart, { box, description, palette });
    case "burn-up":
      return burnUpObjects(chart, { box, description, palette });
    case "odds":
      return oddsObjects(chart, { box, description, palette });
    default:
      return chart satisfies never;
  }
}
