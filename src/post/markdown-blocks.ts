/** The blocks of our own Markdown, and how one that is too long is cut without breaking it. */

/** What stands between empty lines; fences, and what is indented under a list, are never parted. */
export function blocksOf(markdown: string): readonly string[] {
  const blocks: string[][] = [];
  let fence: string | undefined;
  let isParted = true;
  for (const line of markdown.split("\n")) {
    const isInside = fence !== undefined;
    fence = fenceAfter(fence, line);
    if (!isInside && line.trim() === "") {
      isParted = true;
      continue;
    }
    const last = blocks.at(-1);
    if (last !== undefined && isParted && !isInside && /^\s/.test(line)) last.push("", line);
    else if (last === undefined || (isParted && !isInside)) blocks.push([line]);
    else last.push(line);
    isParted = false;
  }
  return blocks.map((lines) => lines.join("\n"));
}

/** The fence that is open after a line. */
function fenceAfter(open: string | undefined, line: string): string | undefined {
  const [, run = ""] = /^[\s>]*(`{3,})/.exec(line) ?? [];
  if (open === undefined) return run === "" ? undefined : run;
  const isEnd = run.length >= open.length && /^[\s>]*`+\s*$/.test(line);
  return isEnd ? undefined : open;
}

/** How long a piece may be; `cost` is what it takes with all that it needs. */
export interface PieceRoom {
  readonly characters: number;
  cost(text: string): number;
}

/** The block itself where it fits; else pieces that read as it does. What cannot be cut is left out, with a word. */
export function piecesOf(block: string, room: PieceRoom): readonly string[] {
  if (room.cost(block) <= room.characters) return [block];
  const { head, units, foot } = unitsOf(block);
  const pieces: string[] = [];
  let inner: string[] = [];
  const text = (some: readonly string[]) => [...head, ...some, ...foot].join("\n");
  const end = () => {
    if (inner.length > 0) pieces.push(text(inner));
    inner = [];
  };
  for (const unit of units) {
    if (room.cost(text([...inner, unit])) > room.characters) end();
    if (room.cost(text([unit])) <= room.characters) inner.push(unit);
    else pieces.push(tooLong);
  }
  end();
  return pieces;
}

const tooLong = "*(Left out: it is longer than one post may be.)*";

interface Units {
  /** Repeated in each piece. */
  readonly head: readonly string[];
  /** What stays whole: rows, items with all that is under them, lines. */
  readonly units: readonly string[];
  readonly foot: readonly string[];
}

function unitsOf(block: string): Units {
  const [first = "", second = "", ...rest] = block.split("\n");
  if (first.startsWith("|") && /^\|[\s:|-]+\|$/.test(second)) {
    return { head: [first, second], units: rest, foot: [] };
  }
  if (first.startsWith("```")) {
    const lines = [second, ...rest];
    return { head: [first], units: lines.slice(0, -1), foot: lines.slice(-1) };
  }
  return { head: [], units: itemsOf([first, second, ...rest]), foot: [] };
}

/** A line with all lines that are indented under it. A quote stays one. */
function itemsOf(lines: readonly string[]): readonly string[] {
  const items: string[][] = [];
  for (const line of lines) {
    const last = items.at(-1);
    if (last !== undefined && /^(?:\s|>|$)/.test(line)) last.push(line);
    else items.push([line]);
  }
  return items.map((item) => item.join("\n").trimEnd());
}
