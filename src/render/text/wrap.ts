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
  const indent = displayWidth(lead);
  const lines = filled(text.split(/\s+/u).flatMap(piecesOfWord), columns - indent);
  return lines.map((line, at) => `${at === 0 ? lead : " ".repeat(indent)}${line}`.trimEnd());
}

function filled(pieces: readonly Piece[], room: number): readonly string[] {
  const lines: string[] = [];
  let line = "";
  let width = 0;
  const place = ({ text, gap }: Piece) => {
    const wide = displayWidth(text);
    const between = line === "" ? "" : gap;
    if (line !== "" && width + between.length + wide > room) {
      lines.push(line);
      [line, width] = [text, wide];
    } else [line, width] = [line + between + text, width + between.length + wide];
  };
  for (const piece of pieces) for (const part of broken(piece, room)) place(part);
  return [...lines, line];
}

function piecesOfWord(word: string): readonly Piece[] {
  return word
    .split(between)
    .filter((text) => text !== "")
    .map((text, index) => ({ text, gap: index === 0 ? " " : "" }));
}

/** A piece that is longer than a line as its characters. */
function broken(piece: Piece, room: number): readonly Piece[] {
  if (displayWidth(piece.text) <= room) return [piece];
  return graphemesOf(piece.text).map((text, at) => ({ text, gap: at === 0 ? piece.gap : "" }));
}
