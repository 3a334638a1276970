/** Cuts blocks into pieces and knows how high each will be; the style sheet uses the same measures. */
import type {
  Block,
  CalloutBlock,
  ChartBlock,
  HeadingBlock,
  ParagraphBlock,
} from "../../domain/deck.ts";
import { chartHeights } from "../charts/chart.ts";
import { contentWidth, measures } from "../measures.ts";
import { figurePieces } from "./figure-pieces.ts";
import { listPieces } from "./list-pieces.ts";
import type { Part, Piece } from "./piece.ts";
import { shorten, shortText, splitText, textHeight } from "./shorten.ts";
import { tablePieces } from "./table-pieces.ts";
import { styles } from "./text-runs.ts";

const maxLines = { heading: 2, callout: 7, paragraph: 8 };

/** The pieces of a slide's blocks, in order. Prose was read before. */
export function pieces(blocks: readonly Block[]): readonly Piece[] {
  return blocks.flatMap((block, source) =>
    partsOf(block).map((part) => ({ ...ordinary, ...part, source })),
  );
}

const ordinary = {
  stretch: 0,
  gapInside: measures.blockGap,
  headHeight: 0,
  gapAfter: measures.blockGap,
  keepWithNext: false,
  keepWithPrevious: false,
} as const;

function partsOf(block: Block): readonly Part[] {
  switch (block.kind) {
    case "paragraph":
      return paragraphPieces(block);
    case "heading":
      return [headingPiece(block)];
    case "list":
      return listPieces(block);
    case "table":
      return tablePieces(block);
    case "figures":
      return figurePieces(block);
    case "callout":
      return [calloutPiece(block)];
    case "chart":
      return [chartPiece(block)];
    case "prose":
      throw new Error("prose is read before it is fitted");
    default:
      return block satisfies never;
  }
}

function paragraphPieces(block: ParagraphBlock): readonly Part[] {
  const isSmall = block.size === "small";
  const style = isSmall ? styles.small : styles.text;
  const place = { style, width: measures.measureWidth, lines: maxLines.paragraph };
  return splitText(block.inlines, place).map((inlines) => ({
    block: { ...block, inlines },
    height: textHeight(inlines, place),
    keepWithPrevious: isSmall,
  }));
}

function headingPiece(block: HeadingBlock): Part {
  const place = { style: styles.heading, width: contentWidth, lines: maxLines.heading };
  const inlines = shorten(block.inlines, place);
  const height = textHeight(inlines, place);
  return {
    block: { ...block, inlines },
    height,
    gapAfter: measures.headingGap,
    keepWithNext: true,
  };
}

function chartPiece(block: ChartBlock): Part {
  const place = { style: styles.cell, width: contentWidth, lines: 1 };
  const chart = { ...block.chart, title: shortText(block.chart.title, place) };
  const { least, most } = chartHeights(chart);
  return { block: { ...block, chart }, height: least, stretch: most - least };
}

function calloutPiece(block: CalloutBlock): Part {
  const width = contentWidth - 2 * measures.calloutPadX - measures.calloutMark;
  const place = { style: styles.text, width, lines: maxLines.callout };
  const inlines = shorten(block.inlines, place);
  return {
    block: { ...block, inlines },
    height: textHeight(inlines, place) + 2 * measures.calloutPadY,
  };
}
