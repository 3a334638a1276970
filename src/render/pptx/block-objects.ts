/** A block of a fitted slide as native objects in its box. */
import type { Block, HeadingBlock, ParagraphBlock } from "../../domain/deck.ts";
import { stackHeight } from "../fit/piece.ts";
import { pieces } from "../fit/pieces.ts";
import { calloutObjects } from "./callout-objects.ts";
import { chartObjects } from "./chart-objects.ts";
import { figuresObjects } from "./figures-objects.ts";
import { listObject } from "./list-object.ts";
import { paragraph } from "./native-text.ts";
import type { Box, NativeObject } from "./native.ts";
import type { Page } from "./page.ts";
import { tracking } from "./style-sheet.ts";
import { tableHeight, tableObject } from "./table-object.ts";

/** In px, as the block was fitted. */
export function blockHeight(block: Block, page: Page): number {
  if (block.kind === "table") return tableHeight(block, page);
  if (block.kind === "chart" && block.height !== undefined) return block.height;
  return stackHeight(pieces([block], page));
}

export function blockObjects(block: Block, box: Box, page: Page): readonly NativeObject[] {
  switch (block.kind) {
    case "paragraph":
      return [paragraphObject(block, box, page)];
    case "heading":
      return [headingObject(block, box, page)];
    case "list":
      return [listObject(block, box, page)];
    case "table":
      return [tableObject(block, box, page)];
    case "figures":
      return figuresObjects(block, box, page);
    case "callout":
      return calloutObjects(block, box, page);
    case "chart":
      return chartObjects(block, box, page.palette);
    case "prose":
      throw new Error("prose is read before it is written");
    default:
      return block satisfies never;
  }
}

function paragraphObject(block: ParagraphBlock, box: Box, page: Page): NativeObject {
  const { styles, palette, measures } = page;
  const isSmall = block.size === "small";
  const look = isSmall
    ? { style: styles.small, color: palette.quiet }
    : { style: styles.text, color: palette.ink };
  return {
    kind: "text",
    name: isSmall ? "Footnote" : "Text",
    box: { ...box, width: measures.measureWidth },
    paragraphs: [paragraph(block.inlines, { ...look, palette })],
  };
}

function headingObject(block: HeadingBlock, box: Box, { styles, palette }: Page): NativeObject {
  const look = {
    style: styles.heading,
    tracking: tracking.heading,
    color: palette.ink,
    palette,
  };
  return { kind: "text", name: "Heading", box, paragraphs: [paragraph(block.inlines, look)] };
}
