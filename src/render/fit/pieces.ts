/** Cuts blocks into pieces and knows how high each will be; the style sheet uses the same measures. */
import type {
  Block,
  CalloutBlock,
  ChartBlock,
  HeadingBlock,
  ParagraphBlock,
} from "../../domain/deck.ts";
import { chartHeights } from "../charts/chart.ts";
import { figurePieces } from "./figure-pieces.ts";
import { listPieces } from "./list-pieces.ts";
import type { Part, Piece } from "./piece.ts";
import { settings, type Setting } from "./setting.ts";
import { shorten, shortText, splitText, textHeight } from "./shorten.ts";
import { tablePieces } from "./table-pieces.ts";

const maxLines = { heading: 2, callout: 7, paragraph: 8 };

/** The pieces of a slide's blocks, in order. Prose was read before. */
export function pieces(
  blocks: readonly Block[],
  setting: Setting = settings.regular,
): readonly Piece[] {
  const { blockGap } = setting.measures;
  const ordinary = {
    stretch: 0,
    gapInside: blockGap,
    headHeight: 0,
    gapAfter: blockGap,
    keepWithNext: false,
    keepWithPrevious: false,
  };
  return blocks.flatMap((block, source) =>
    partsOf(block, setting).map((part) => ({ ...ordinary, ...part, source })),
  );
}

function partsOf(block: Block, setting: Setting): readonly Part[] {
  switch (block.kind) {
    case "paragraph":
      return paragraphPieces(block, setting);
    case "heading":
      return [headingPiece(block, setting)];
    case "list":
      return listPieces(block, setting);
    case "table":
      return tablePieces(block, setting);
    case "figures":
      return figurePieces(block, setting);
    case "callout":
      return [calloutPiece(block, setting)];
    case "chart":
      return [chartPiece(block, setting)];
    case "prose":
      throw new Error("prose is read before it is fitted");
    default:
      return block satisfies never;
  }
}

function paragraphPieces(block: ParagraphBlock, { measures, styles }: Setting): readonly Part[] {
  const isSmall = block.size === "small";
  const style = isSmall ? styles.small : styles.text;
  const place = { style, width: measures.measureWidth, lines: maxLines.paragraph };
  return splitText(block.inlines, place).map((inlines) => ({
    block: { ...block, inlines },
    height: textHeight(inlines, place),
    keepWithPrevious: isSmall,
  }));
}

function headingPiece(block: HeadingBlock, { measures, styles }: Setting): Part {
  const place = { style: styles.heading, width: measures.bodyWidth, lines: maxLines.heading };
  const inlines = shorten(block.inlines, place);
  const height = textHeight(inlines, place);
  return {
    block: { ...block, inlines },
    height,
    gapAfter: measures.headingGap,
    keepWithNext: true,
  };
}

/** Large text leaves a chart its room, or is not set large. */
function chartPiece(block: ChartBlock, { name, measures, styles }: Setting): Part {
  const place = { style: styles.caption, width: measures.bodyWidth, lines: 1 };
  const chart = { ...block.chart, title: shortText(block.chart.title, place) };
  const { least, most } = chartHeights(chart);
  const height = name === undefined ? least : Math.ceil((least + most) / 2);
  return { block: { ...block, chart }, height, stretch: most - height };
}

function calloutPiece(block: CalloutBlock, { measures, styles }: Setting): Part {
  const width = measures.bodyWidth - 2 * measures.calloutPadX - measures.calloutMark;
  const place = { style: styles.text, width, lines: maxLines.callout };
  const inlines = shorten(block.inlines, place);
  return {
    block: { ...block, inlines },
    height: textHeight(inlines, place) + 2 * measures.calloutPadY,
  };
}
