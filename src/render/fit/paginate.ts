/** Deals pieces out to pages, keeping together what belongs together. */
import { addedHeight, stackHeight, type Piece } from "./piece.ts";

type Page = readonly Piece[];

/** Height in px that pieces may take: on the first page, and on each that follows. */
export interface Room {
  readonly first: number;
  readonly rest: number;
}

/**
 * As few pages as can be, at least one; of the ways to do that, the one that tears the fewest blocks
 * and then has the most even pages. A page is higher than its room only where a single piece is; the
 * first may be empty where it has less room than the others.
 */
export function paginate(pieces: readonly Piece[], room: Room): readonly Page[] {
  const full = filled(pieces, room);
  if (full.length === 1) return full;
  const ways = Array.from({ length: 16 }, (_, index) =>
    filled(pieces, scaled(room, (index + 8) / 24)),
  );
  const [best = full] = [full, ...ways]
    .filter((pages) => pages.length === full.length)
    .toSorted((left, right) => cost(left, room) - cost(right, room));
  return best;
}

function scaled({ first, rest }: Room, share: number): Room {
  return { first: first * share, rest: rest * share };
}

/** A block that is torn costs as much as a page that is all uneven. */
function cost(pages: readonly Page[], room: Room): number {
  const torn = pages.slice(1).filter((page, index) => isTorn(pages[index] ?? [], page));
  return torn.length + Math.max(...pages.map(stackHeight)) / room.rest;
}

function isTorn(before: Page, page: Page): boolean {
  const sources = new Set(before.map(({ source }) => source));
  return page.some(({ source, block }) => block.kind !== "heading" && sources.has(source));
}

/** Pages filled one after the other. */
function filled(pieces: readonly Piece[], room: Room): readonly Page[] {
  const pages: Page[] = [];
  let start = 0;
  do {
    const isFirst = start === 0 && pages.length === 0;
    const lead = repeatedAt(pieces, start);
    const count = howMany(pieces.slice(start), lead, isFirst ? room.first : room.rest);
    const least = isFirst && room.first < room.rest ? 0 : 1;
    const end = start + Math.max(count, Math.min(least, pieces.length));
    pages.push([...lead, ...pieces.slice(start, end)]);
    start = end;
  } while (start < pieces.length);
  return pages;
}

/** How many pieces fit on a page that begins with `lead`. */
function howMany(pieces: readonly Piece[], lead: Page, room: number): number {
  let height = stackHeight(lead);
  let previous = lead.at(-1);
  let count = 0;
  for (const piece of pieces) {
    height += addedHeight(previous, piece);
    if (height > room) break;
    previous = piece;
    count += 1;
  }
  return lastGoodBreak(pieces, count);
}

/** The last place up to `count` where a page may end; `count` itself where there is none. */
function lastGoodBreak(pieces: readonly Piece[], count: number): number {
  for (let end = count; end > 0; end -= 1) {
    const isTogether =
      pieces[end - 1]?.keepWithNext === true || pieces[end]?.keepWithPrevious === true;
    if (end === pieces.length || !isTogether) return end;
  }
  return count;
}

/** What stands again at the top of a page that goes on inside a block: its heading and its group's title. */
function repeatedAt(pieces: readonly Piece[], start: number): Page {
  const piece = pieces[start];
  if (piece === undefined || pieces[start - 1]?.source !== piece.source) return [];
  const heading = pieces.find(({ source, block }) => {
    return source === piece.source - 1 && block.kind === "heading";
  });
  const under = piece.under === undefined ? [] : [{ ...piece, ...piece.under }];
  return [...(heading === undefined ? [] : [heading]), ...under];
}
