/** The smallest parts of a slide's blocks that stay together on a page. */
import type { Block, TextInline } from "../../domain/deck.ts";

/** What a kind of block knows of its pieces; what it leaves out is as usual. */
export type Part = Partial<Piece> & Pick<Piece, "block" | "height">;

export interface Piece {
  /** The block that it is a part of: pieces of one block on one page become one block again. */
  readonly source: number;
  readonly block: Block;
  /** In px, without what stands around it. */
  readonly height: number;
  /** How much higher it may be made where there is room. */
  readonly stretch: number;
  /** Between this piece and the one of its block before it. */
  readonly gapInside: number;
  /** What the first piece of its block on a page stands under: a table's head row. */
  readonly headHeight: number;
  /** Between this piece and a piece of the next block. */
  readonly gapAfter: number;
  readonly keepWithNext: boolean;
  readonly keepWithPrevious: boolean;
  /** What is said again above it where a page begins with it: the title of its group of rows. */
  readonly under?: Part;
}

/** How much higher a column becomes by one more piece. */
export function addedHeight(previous: Piece | undefined, piece: Piece): number {
  if (previous?.source === piece.source) return piece.gapInside + piece.height;
  return (previous?.gapAfter ?? 0) + piece.headHeight + piece.height;
}

/** Height of pieces in one column. */
export function stackHeight(pieces: readonly Piece[]): number {
  return pieces.reduce((sum, piece, index) => sum + addedHeight(pieces[index - 1], piece), 0);
}

/** Further items or rows of one block are not shown. */
export const maxParts = 1000;

/** The line that says how many are not shown; nothing where all are. */
export function moreParts(count: number, shown: number, what: string): readonly TextInline[] {
  if (count <= shown) return [];
  return [{ kind: "text", text: `${count - shown} more ${what} are not shown` }];
}
