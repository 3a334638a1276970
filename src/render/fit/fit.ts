/** Parts slides so that each fits its page of 1280 × 720: nothing is shrunk and nothing is clipped. */
import type { Block, Deck, Slide } from "../../domain/deck.ts";
import { contentWidth, measures } from "../measures.ts";
import { paginate } from "./paginate.ts";
import { stackHeight, type Piece } from "./piece.ts";
import { pieces } from "./pieces.ts";
import { shorten, textHeight } from "./shorten.ts";
import { styles } from "./text-runs.ts";

/** How many lines a title may take; what is longer ends in "…". */
const titleLines = { title: 3, content: 2, statement: 3 };

/** Stands in for the longest part number while it is not yet known how many parts there are. */
const partMark = { kind: "text", text: " (99/99)" } as const;

/** The same deck with one slide a page. Takes a deck whose texts are ready to be shown. */
export function fit(deck: Deck): Deck {
  return { ...deck, slides: deck.slides.flatMap(fitSlide) };
}

function fitSlide(slide: Slide): readonly Slide[] {
  const place = {
    style: styles[slide.layout],
    width: contentWidth,
    lines: titleLines[slide.layout],
  };
  const title = shorten(slide.title, place, [partMark]);
  const room = roomFor(slide, textHeight([...title, partMark], place));
  const pages = paginate(pieces(slide.blocks), room);
  return pages.map((page, index) => ({
    ...slide,
    title,
    id: index === 0 ? slide.id : `${slide.id}-part-${index + 1}`,
    blocks: blocksOf(page, room),
    ...(pages.length > 1 ? { part: { number: index + 1, of: pages.length } } : {}),
  }));
}

/** Height in px that is left for the blocks. */
function roomFor({ kicker, layout }: Slide, titleHeight: number): number {
  const head = (kicker === undefined ? 0 : measures.kickerLine) + titleHeight + measures.titleGap;
  const foot = measures.footGap + measures.footLine + measures.marginBottom;
  const top = measures.marginTop + (layout === "title" ? measures.coverTop : 0);
  return measures.slideHeight - top - head - foot;
}

/** The page's pieces as blocks again; charts take the height that is left. */
function blocksOf(page: readonly Piece[], room: number): readonly Block[] {
  const stretchable = page.filter(({ stretch }) => stretch > 0).length;
  const extra = (room - stackHeight(page)) / Math.max(stretchable, 1);
  const blocks: Block[] = [];
  for (const [index, piece] of page.entries()) {
    const last = blocks.at(-1);
    const block = stretched(piece, Math.floor(extra));
    if (last !== undefined && page[index - 1]?.source === piece.source) {
      blocks[blocks.length - 1] = joined(last, block);
    } else blocks.push(block);
  }
  return blocks;
}

function stretched({ block, height, stretch }: Piece, extra: number): Block {
  if (block.kind !== "chart") return block;
  return { ...block, height: height + Math.max(0, Math.min(stretch, extra)) };
}

function joined(left: Block, right: Block): Block {
  if (left.kind === "list" && right.kind === "list") {
    return { ...left, items: [...left.items, ...right.items] };
  }
  if (left.kind === "table" && right.kind === "table") {
    return { ...left, rows: [...left.rows, ...right.rows] };
  }
  if (left.kind === "figures" && right.kind === "figures") {
    return { ...left, figures: [...left.figures, ...right.figures] };
  }
  return right;
}
