/** The pieces of a page as blocks again. */
import type { Block } from "../../domain/deck.ts";
import { stackHeight, type Piece } from "./piece.ts";

/** Charts share the height that is left of `room` px. */
export function joinedBlocks(page: readonly Piece[], room: number): readonly Block[] {
  const stretchable = page.filter(({ stretch }) => stretch > 0).length;
  const extra = Math.floor((room - stackHeight(page)) / Math.max(stretchable, 1));
  const blocks: Block[] = [];
  for (const [index, piece] of page.entries()) {
    const last = page[index - 1]?.source === piece.source ? blocks.at(-1) : undefined;
    const whole = last && joined(last, piece.block);
    if (whole === undefined) blocks.push(stretched(piece, extra));
    else blocks[blocks.length - 1] = whole;
  }
  return blocks;
}

function stretched({ block, height, stretch }: Piece, extra: number): Block {
  if (block.kind !== "chart") return block;
  return { ...block, height: height + Math.max(0, Math.min(stretch, extra)) };
}

/** Two pieces of a block as one; undefined for a text, whose parts stand as paragraphs of their own. */
function joined(left: Block, right: Block): Block | undefined {
  if (left.kind === "list" && right.kind === "list") {
    return { ...left, items: [...left.items, ...right.items] };
  }
  if (left.kind === "table" && right.kind === "table") {
    return { ...left, rows: [...left.rows, ...right.rows] };
  }
  if (left.kind === "figures" && right.kind === "figures") {
    return { ...left, figures: [...left.figures, ...right.figures] };
  }
  return undefined;
}
