/** Deals pieces out to pages, keeping together what belongs together. */
import { addedHeight, stackHeight, type Piece } from "./piece.ts";

/** At least one page; no page but one with a single piece is higher than `room` px. */
export function paginate(pieces: readonly Piece[], room: number): readonly (readonly Piece[])[] {
  const pages: (readonly Piece[])[] = [];
  let start = 0;
  do {
    const lead = repeatedAt(pieces, start);
    const end = start + howMany(pieces.slice(start), lead, room);
    pages.push([...lead, ...pieces.slice(start, end)]);
    start = end;
  } while (start < pieces.length);
  return pages;
}

/** How many pieces go on a page that begins with `lead`. */
function howMany(pieces: readonly Piece[], lead: readonly Piece[], room: number): number {
  let height = stackHeight(lead);
  let previous = lead.at(-1);
  let count = 0;
  for (const piece of pieces) {
    height += addedHeight(previous, piece);
    if (height > room && count > 0) break;
    previous = piece;
    count += 1;
  }
  return lastGoodBreak(pieces, count);
}

/** The last place up to `count` where a page may end; `count` itself where there is none. */
function lastGoodBreak(pieces: readonly Piece[], count: number): number {
  for (let end = count; end > 0; end -= 1) {
    const isTorn = pieces[end - 1]?.keepWithNext === true || pieces[end]?.keepWithPrevious === true;
    if (end === pieces.length || !isTorn) return end;
  }
  return count;
}

/** What stands again at the top of a page that goes on inside a block: its heading and its group's title. */
function repeatedAt(pieces: readonly Piece[], start: number): readonly Piece[] {
  const piece = pieces[start];
  if (piece === undefined || pieces[start - 1]?.source !== piece.source) return [];
  const heading = pieces.find(({ source, block }) => {
    return source === piece.source - 1 && block.kind === "heading";
  });
  const under = piece.under === undefined ? [] : [{ ...piece, ...piece.under }];
  return [...(heading === undefined ? [] : [heading]), ...under];
}
