/** How many lines text takes in a given width: never fewer than the browser will use. */
import { isIdeographic, textWidth, type TextRun } from "./text-width.ts";

/** Kerning and rounding may add a little to the advances. */
const margin = 1.01;

/** After these a browser may break a line inside a word. */
const breakable = /(?<=[-/?!|}—–])/u;

interface Piece {
  readonly width: number;
  /** Width of the space before it; undefined where it follows without a break. */
  readonly gap: number;
}

/** Lines of the runs, one after another, in `width` px. An empty text takes one line. */
export function lineCount(runs: readonly TextRun[], width: number): number {
  const words = wordsOf(runs);
  const room = roomIn(width, runs);
  const pieces = words.map((word) => piece(word));
  const lines = fill(pieces, room);
  if (pieces.every((one) => one.width <= room.width)) return lines;
  return Math.max(lines, fill(words.flatMap(parts), room));
}

interface Room {
  readonly width: number;
  /** What a line of a word that is broken anywhere is sure to hold. */
  readonly broken: number;
}

/** Ideographs may not stand at either end of a line in every order, which costs up to one of them. */
function roomIn(width: number, runs: readonly TextRun[]): Room {
  const size = Math.max(0, ...runs.map((run) => run.size));
  const room = runs.some((run) => isIdeographic(run.text)) ? width - size : width;
  return { width: Math.max(room, size), broken: Math.max(room - 1.3 * size, size / 2) };
}

function fill(pieces: readonly Piece[], room: Room): number {
  let lines = 1;
  let x = 0;
  for (const { width, gap } of pieces) {
    if (x > 0 && x + gap + width > room.width) {
      lines += 1;
      x = 0;
    }
    x += (x > 0 ? gap : 0) + width;
    if (x > room.width) {
      const further = Math.ceil(x / room.broken) - 1;
      lines += further;
      x -= further * room.broken;
    }
  }
  return lines;
}

type Word = readonly TextRun[];

/** Words with the space before them at the front of their first run; an ideograph is a word. */
function wordsOf(runs: readonly TextRun[]): readonly Word[] {
  const words: TextRun[][] = [];
  for (const run of runs) {
    for (const text of run.text.match(tokens) ?? []) {
      const last = words.at(-1);
      if (last === undefined || text.startsWith(" ") || isIdeographic(text))
        words.push([{ ...run, text }]);
      else if (last.some((one) => isIdeographic(one.text))) words.push([{ ...run, text }]);
      else last.push({ ...run, text });
    }
  }
  return words;
}

const tokens =
  / ?[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef]| ?[^ \p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef]+| /gu;

function piece(word: Word): Piece {
  const [first] = word;
  const gap = first?.text.startsWith(" ") === true ? textWidth({ ...first, text: " " }) : 0;
  const width = word.reduce((sum, run) => sum + textWidth(run), 0) - gap;
  return { width: width * margin, gap: gap * margin };
}

function parts(word: Word): readonly Piece[] {
  return word.flatMap((run) => run.text.split(breakable).map((text) => piece([{ ...run, text }])));
}
