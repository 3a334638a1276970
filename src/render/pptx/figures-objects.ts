/** Large numbers side by side, each with what it is. */
import type { Figure, FiguresBlock } from "../../domain/deck.ts";
import { figurePieces, figuresInRow } from "../fit/figure-pieces.ts";
import { styles } from "../fit/text-runs.ts";
import { contentWidth, measures } from "../measures.ts";
import { paragraph, plain } from "./native-text.ts";
import type { Box, NativeObject } from "./native.ts";
import type { Palette } from "./palette.ts";
import { tracking } from "./style-sheet.ts";

export function figuresObjects(
  block: FiguresBlock,
  box: Box,
  palette: Palette,
): readonly NativeObject[] {
  const inRow = figuresInRow(block.figures);
  const width = (contentWidth - (inRow - 1) * measures.figureGap) / inRow;
  const heights = figurePieces(block).map(({ height }) => height);
  const tops = heights.map((_, row) =>
    heights.slice(0, row).reduce((sum, height) => sum + height + measures.blockGap, box.y),
  );
  return block.figures.map((figure, index) => {
    const row = Math.floor(index / inRow);
    const x = box.x + (index % inRow) * (width + measures.figureGap);
    return figureObject(
      figure,
      { x, y: tops[row] ?? box.y, width, height: heights[row] ?? 0 },
      palette,
    );
  });
}

function figureObject({ label, value, note }: Figure, box: Box, palette: Palette): NativeObject {
  const quiet = { color: palette.quiet, palette };
  const notes = note === undefined ? [] : [paragraph(note, { style: styles.small, ...quiet })];
  return {
    kind: "text",
    name: `Figure: ${label}`,
    box,
    paragraphs: [
      paragraph(value, {
        style: styles.figure,
        tracking: tracking.figure,
        color: palette.ink,
        palette,
      }),
      plain(label, { style: styles.cell, ...quiet }),
      ...notes,
    ],
  };
}
