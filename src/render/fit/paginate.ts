/** Deals pieces out to pages, keeping together what belongs together. */
import { addedHeight, stackHeight, type Piece } from "./piece.ts";

type Page = readonly Piece[];

/** Height in px that pieces may take: on the first page, and on each that follows. */
export interface Room {
  readonly first: number;
  readonly rest: number;
}

/** Of more pages than this nobody sees whether they are even. */
const maxEvenPages = 12;

/**
 * As few pages as can be, at least one; of the ways to do that, the one that tears the fewest blocks
 * and then has the most even pages. A page is higher than its room only where a single piece is; the
 * first may be empty where it has less room than the others.
 */
export function paginate(pieces: readonly Piece[], room: Room): readonly Page[] {
  const full = filled(pieces, room);
  if (full.length === 1 || full.length > maxEvenPages) return full;
  const whole = withWholeBlocks(pieces, room.rest);
  const [best = full] = Array.from({ length: 17 }, (_, index) => scaled(room, (index + 8) / 24))
    .flatMap((less) => [filled(pieces, less), filled(whole, less)])
    .filter((pages) => pages.length === full.length)
    .toSorted((left, right) => cost(left, room) - cost(right, room));
  return best;
}

/** Blocks that fit a page are kept whole, if the page before can be left for them. */
function withWholeBlocks(pieces: readonly Piece[], room: number): readonly Piece[] {
  const blocks = [...Map.groupBy(pieces, ({ source }) => source).values()];
  return blocks.flatMap((block) =>
    stackHeight(block) > room
      ? block
      : block.map((piece, index) => (index === 0 ? piece : { ...piece, keepWithPrevious: true })),
  );
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
  const headings = new Map(
    pieces.filter(({ block }) => block.kind === "heading").map((piece) => [piece.source, piece]),
  );
  const pages: Page[] = [];
  let start = 0;
  do {
    const isFirst = start === 0 && pages.length === 0;
    const isInside = start > 0 && pieces[start - 1]?.source === pieces[start]?.source;
    const lead = isInside ? repeated(pieces[start], headings) : [];
    const last = endOfPage(pieces, { start, lead, room: isFirst ? room.first : room.rest });
    const least = isFirst && room.first < room.rest ? start : start + 1;
    const end = Math.max(last, Math.min(least, pieces.length));
    pages.push([...lead, ...pieces.slice(start, end)]);
    start = end;
  } while (start < pieces.length);
  return pages;
}

/** The index after the last piece of a page that begins with `lead`, then the piece at `start`. */
function endOfPage(
  pieces: readonly Piece[],
  { start, lead, room }: { readonly start: number; readonly lead: Page; readonly room: number },
): number {
  let height = stackHeight(lead);
  let end = start;
  for (; end < pieces.length; end += 1) {
    const piece = pieces[end];
    if (piece === undefined) break;
    height += addedHeight(end === start ? lead.at(-1) : pieces[end - 1], piece);
    if (height > room) break;
  }
  return lastGoodBreak(pieces, start, end);
}

/** The last place after `start` and up to `end` where a page may end; `end` itself where there is none. */
function lastGoodBreak(pieces: readonly Piece[], start: number, end: number): number {
  for (let at = end; at > start; at -= 1) {
    const isTogether =
      pieces[at - 1]?.keepWithNext === true || pieces[at]?.keepWithPrevious === true;
    if (at === pieces.length || !isTogether) return at;
  }
  return end;
}

/** What stands again over a piece whose block began on an earlier page: its heading, its group's title. */
function repeated(piece: Piece | undefined, headings: ReadonlyMap<number, Piece>): Page {
  if (piece === undefined) return [];
  const heading = headings.get(piece.source - 1);
  const under = piece.under === undefined ? [] : [{ ...piece, ...piece.under }];
  return [...(heading === undefined ? [] : [heading]), ...under];
}
