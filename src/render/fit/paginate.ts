/** Deals pieces out to pages, keeping together what belongs together. */
import { addedHeight, stackHeight, type Piece } from "./piece.ts";

type Page = readonly Piece[];

/**
 * As few pages as can be, at least one; of the ways to do that, the one that tears the fewest blocks
 * and then has the most even pages. No page but one of a single piece is higher than `room` px.
 */
export function paginate(pieces: readonly Piece[], room: number): readonly Page[] {
  const full = filled(pieces, room);
  if (full.length === 1) return full;
  const ways = Array.from({ length: 16 }, (_, index) => filled(pieces, (room * (index + 8)) / 24));
  const [best = full] = [full, ...ways]
    .filter((pages) => pages.length === full.length)
    .toSorted((left, right) => cost(left, room) - cost(right, room));
  return best;
}

/** A block that is torn costs as much as a page that is all uneven. */
function cost(pages: readonly Page[], room: number): number {
  const torn = pages.slice(1).filter((page, index) => isTorn(pages[index], page));
  return torn.length + Math.max(...pages.map(stackHeight)) / room;
}

function isTorn(before: Page | undefined, page: Page): boolean {
  const sources = new Set(
    before?.map(({ source, block }) => (block.kind === "heading" ? -1 : source)),
  );
  return page.some(({ source }) => sources.has(source));
}

/** Pages filled one after the other, each up to `room` px. */
function filled(pieces: readonly Piece[], room: number): readonly Page[] {
  const pages: Page[] = [];
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
