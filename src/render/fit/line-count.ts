/** How many lines text takes in a given width: never fewer than the browser will use. */
import { ideographs, isIdeographic, textWidth, type TextRun } from "./text-width.ts";

/** Kerning and rounding may add a little to the advances. */
export const margin = 1.03;

/** Where a browser may break a line inside a word: after some signs surely, next to others perhaps. */
const breaks = [/(?<=[-/?!|}—–])/u, /(?<=[^\p{L}\p{N}\p{M}])/u, /(?=[^\p{L}\p{N}\p{M}])/u];

type Word = readonly TextRun[];

interface Piece {
  readonly word: Word;
  readonly width: number;
  /** Width of the space before it. */
  readonly gap: number;
}

/** Lines of the runs, one after another, in `width` px. An empty text takes one line. */
export function lineCount(runs: readonly TextRun[], width: number): number {
  const room = roomIn(width, runs);
  const words = wordsOf(runs);
  const pieces = words.map(piece);
  const tooLong = pieces.filter((one) => one.width > room).length;
  if (tooLong === 0) return fill(pieces, room);
  // A word that is too long is broken where it may be, else anywhere. Of the ways to do that we take
  // the worst, and a line for each such word, since a browser may choose between them.
  const ways = breaks.map((at) => words.flatMap((word) => parts(word, at)).map(piece));
  return Math.max(...[pieces, ...ways].map((way) => fill(way, room))) + tooLong;
}

/** Ideographs may not stand at either end of a line in every order, which costs up to one of them. */
function roomIn(width: number, runs: readonly TextRun[]): number {
  const size = Math.max(0, ...runs.map((run) => run.size));
  return runs.some((run) => isIdeographic(run.text)) ? width - size : width;
}

/** A word begins on a line of its own where it does not fit on the last, and is broken where it fits on none. */
function fill(pieces: readonly Piece[], room: number): number {
  let lines = 1;
  let x = 0;
  const place = (gap: number, width: number) => {
    if (x > 0 && x + gap + width > room) {
      lines += 1;
      x = width;
    } else x += (x > 0 ? gap : 0) + width;
  };
  for (const { word, width, gap } of pieces) {
    if (width <= room) place(gap, width);
    else {
      const [first = 0, ...others] = characterWidths(word);
      place(room, first);
      for (const one of others) place(0, one);
    }
  }
  return lines;
}

function characterWidths(word: Word): readonly number[] {
  return word.flatMap((run) =>
    Array.from(run.text.trimStart(), (text, index) => {
      return textWidth({ ...run, text, lead: index === 0 ? run.lead : 0 }) * margin;
    }),
  );
}

/** Words with the space before them at the front of their first run; an ideograph is a word. */
function wordsOf(runs: readonly TextRun[]): readonly Word[] {
  const words: TextRun[][] = [];
  let isFree = true;
  for (const part of runs.flatMap(wordParts)) {
    const isIdeograph = isIdeographic(part.text);
    if (isFree || isIdeograph || part.text.startsWith(" ")) words.push([part]);
    else words.at(-1)?.push(part);
    isFree = isIdeograph;
  }
  return words;
}

function wordParts(run: TextRun): readonly TextRun[] {
  const pattern = isIdeographic(run.text) ? wordOrIdeograph : word;
  const texts = run.text.match(pattern) ?? [];
  return texts.map((text, index) => ({ ...run, text, lead: index === 0 ? run.lead : 0 }));
}

const word = / ?[^ ]+| /g;
const wordOrIdeograph = new RegExp(` ?[${ideographs}]| ?[^ ${ideographs}]+| `, "gu");

function piece(word: Word): Piece {
  const [first] = word;
  const gap =
    first?.text.startsWith(" ") === true ? textWidth({ ...first, text: " ", lead: 0 }) : 0;
  const width = word.reduce((sum, run) => sum + textWidth(run), 0) - gap;
  return { word, width: width * margin, gap: gap * margin };
}

/** A word cut where it may be broken. */
function parts(word: Word, breakable: RegExp): readonly Word[] {
  return word.flatMap((run) =>
    run.text
      .split(breakable)
      .map((text, index) => [{ ...run, text, lead: index === 0 ? run.lead : 0 }]),
  );
}
