/** Large numbers side by side, each with what it is. */
import type { Figure, FiguresBlock } from "../../domain/deck.ts";
import { figurePieces, figuresInRow } from "../fit/figure-pieces.ts";
import { paragraph, plain } from "./native-text.ts";
import type { Box, NativeObject } from "./native.ts";
import type { Page } from "./page.ts";
import { tracking } from "./style-sheet.ts";

export function figuresObjects(block: FiguresBlock, box: Box, page: Page): readonly NativeObject[] {
  const { measures } = page;
  const inRow = figuresInRow(block.figures, page);
  const width = (measures.bodyWidth - (inRow - 1) * measures.figureGap) / inRow;
  const heights = figurePieces(block, page).map(({ height }) => height);
  const tops = heights.map((_, row) =>
    heights.slice(0, row).reduce((sum, height) => sum + height + measures.blockGap, box.y),
  );
  return block.figures.map((figure, index) => {
    const row = Math.floor(index / inRow);
    const x = box.x + (index % inRow) * (width + measures.figureGap);
    return figureObject(
      figure,
      { x, y: tops[row] ?? box.y, width, height: heights[row] ?? 0 },
      page,
    );
  });
}

function figureObject({ label, value, note }: Figure, box: Box, page: Page): NativeObject {
  const { styles, palette } = page;
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
