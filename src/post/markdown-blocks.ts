/** The blocks of our own Markdown, and how one that is too long is cut without breaking it. */

/** What stands between empty lines. Fences, what is folded away, and what is indented under a list stay whole. */
export function blocksOf(markdown: string): readonly string[] {
  const blocks: string[][] = [];
  let state: State = { isFolded: false };
  let isParted = true;
  for (const line of markdown.split("\n")) {
    const isInside = state.fence !== undefined || state.isFolded;
    state = after(state, line);
    const isEmpty = !isInside && line.trim() === "";
    if (!isEmpty) append(blocks, line, isParted && !isInside);
    isParted = isEmpty;
  }
  return blocks.map((lines) => lines.join("\n"));
}

/** What is indented goes on with the block before, across empty lines too. */
function append(blocks: string[][], line: string, isParted: boolean): void {
  const last = blocks.at(-1);
  if (last === undefined || (isParted && !/^\s/.test(line))) blocks.push([line]);
  else last.push(...(isParted ? ["", line] : [line]));
}

interface State {
  /** The signs that opened the fence which is open. */
  readonly fence?: string;
  /** Nothing is folded away inside what is. */
  readonly isFolded: boolean;
}

function after({ fence, isFolded }: State, line: string): State {
  const [, run = ""] = /^[\s>]*(`{3,})/.exec(line) ?? [];
  if (fence !== undefined) {
    const isEnd = run.length >= fence.length && /^[\s>]*`+\s*$/.test(line);
    return isEnd ? { isFolded } : { fence, isFolded };
  }
  if (run !== "") return { fence: run, isFolded };
  return { isFolded: line === "<details>" || (isFolded && line !== "</details>") };
}

/** How long a piece may be; `cost` is what it takes with all that it needs. */
export interface PieceRoom {
  readonly characters: number;
  cost(text: string): number;
}

/** The block itself where it fits; else pieces that read as it does. What cannot be cut is left out, with a word. */
export function piecesOf(block: string, room: PieceRoom): readonly string[] {
  if (room.cost(block) <= room.characters) return [block];
  const { head, units, foot, between } = unitsOf(block, room);
  const pieces: string[] = [];
  let inner: string[] = [];
  const text = (some: readonly string[]) => head + some.join(between) + foot;
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
  readonly head: string;
  /** What stays whole: rows, items with all that is under them, lines. */
  readonly units: readonly string[];
  readonly between: string;
  readonly foot: string;
}

function unitsOf(block: string, room: PieceRoom): Units {
  const lines = block.split("\n");
  const [first = "", second = ""] = lines;
  if (first === "<details>") {
    const [head, foot] = [`${first}\n${second}\n\n`, "\n\n</details>"];
    const characters = room.characters - head.length - foot.length;
    const inner = blocksOf(lines.slice(2, -1).join("\n"));
    const units = inner.flatMap((one) => piecesOf(one, { ...room, characters }));
    return { head, units, between: "\n\n", foot };
  }
  if (first.startsWith("|") && /^\|[\s:|-]+\|$/.test(second)) {
    return { head: `${first}\n${second}\n`, units: lines.slice(2), between: "\n", foot: "" };
  }
  if (first.startsWith("```")) {
    const units = lines.slice(1, -1);
    return { head: `${first}\n`, units, between: "\n", foot: `\n${lines.at(-1) ?? ""}` };
  }
  return { head: "", units: itemsOf(lines), between: "\n", foot: "" };
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
