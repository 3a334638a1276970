/** Text in lines of at most so many columns. */
import { displayWidth, graphemesOf } from "./display-width.ts";

export interface Margins {
  /** Columns of a whole line, what stands before it included. */
  readonly columns: number;
  /** Before the first line; the same width of spaces stands before all others. */
  readonly lead?: string;
}

/** A part of a line that is not broken as long as it fits into one. */
interface Piece {
  readonly text: string;
  /** Between it and what comes before it on the line. */
  readonly gap: "" | " ";
}

/** What East Asian typography keeps from the end of a line, and from its beginning. */
const opening = "（「『【〔〈《";
const closing = "、。，．：；？！）」』】〕〉》…ー々";
const ideograph = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef]`;
const between = new RegExp(
  `(?<=${ideograph})(?<![${opening}])(?![${closing}])|(?=${ideograph})(?<![${opening}])(?![${closing}])`,
  "u",
);

/**
 * The text, without white space at its ends, in lines that end between words or ideographs. A word
 * that is longer than a line is broken anywhere. At least one line; none ends in a space.
 */
export function wrap(text: string, { columns, lead = "" }: Margins): readonly string[] {
  const room = columns - displayWidth(lead);
  const lines: string[] = [];
  let line = "";
  for (const { text: own, gap } of text.split(/\s+/u).flatMap(piecesOfWord)) {
    const next = line === "" ? own : line + gap + own;
    if (displayWidth(next) <= room) {
      line = next;
      continue;
    }
    if (line !== "") lines.push(line);
    const parts = broken(own, room);
    lines.push(...parts.slice(0, -1));
    line = parts.at(-1) ?? "";
  }
  const indent = " ".repeat(displayWidth(lead));
  return [...lines, line].map((one, index) => `${index === 0 ? lead : indent}${one}`.trimEnd());
}

function piecesOfWord(word: string): readonly Piece[] {
  return word
    .split(between)
    .filter((text) => text !== "")
    .map((text, index) => ({ text, gap: index === 0 ? " " : "" }));
}

/** A piece that may be longer than a line, in parts that are not. */
function broken(piece: string, room: number): readonly string[] {
  if (displayWidth(piece) <= room) return [piece];
  const parts: string[] = [];
  let part = "";
  for (const grapheme of graphemesOf(piece)) {
    if (part !== "" && displayWidth(part + grapheme) > room) {
      parts.push(part);
      part = "";
    }
    part += grapheme;
  }
  return [...parts, part];
}
