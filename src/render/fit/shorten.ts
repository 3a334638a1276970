/** Makes text fit its place: cut with the whole of it kept beside, or parted without loss. */
import type { Inline } from "../../domain/deck.ts";
import { lineCount } from "./line-count.ts";
import { inlineText, textRuns, type TextStyle } from "./text-runs.ts";

/** A place for text: so many lines of so many px. */
export interface Place {
  readonly style: TextStyle;
  readonly width: number;
  readonly lines: number;
}

/** No place on a slide holds more; what is behind it need not be measured. */
const maxGraphemes = 1500;

/** How far back, in characters, a space is looked for to part a text at. */
const maxWord = 40;

/** In px. */
export function textHeight(inlines: readonly Inline[], place: Omit<Place, "lines">): number {
  return lineCount(textRuns(inlines, place.style), place.width) * place.style.line;
}

/**
 * The inlines where they fit, else as much of them as does, ending in "…" and holding the full
 * text. `tail` is what will stand after them in the same place.
 */
export function shorten(
  inlines: readonly Inline[],
  place: Place,
  tail: readonly Inline[] = [],
): readonly Inline[] {
  if (fits([...inlines, ...tail], place)) return inlines;
  const mark: Inline = { kind: "text", text: "…", full: joinedText(inlines) };
  const cut = (offset: number) => [...trimmed(before(inlines, offset)), mark];
  return cut(longestFit(inlines, (offset) => fits([...cut(offset), ...tail], place)));
}

/** As `shorten`, for a text that is nothing but text. */
export function shortText(text: string, place: Place): string {
  return joinedText(shorten([{ kind: "text", text }], place));
}

/** The whole text in parts of at most so many lines each. */
export function splitText(
  inlines: readonly Inline[],
  place: Place,
): readonly (readonly Inline[])[] {
  const parts: (readonly Inline[])[] = [];
  let rest = inlines;
  while (!fits(rest, place)) {
    const end = longestFit(rest, (offset) => fits(before(rest, offset), place));
    const space = joinedText(rest).lastIndexOf(" ", end);
    const at = space > end - maxWord && space > 0 ? space : Math.max(end, 1);
    parts.push(before(rest, at));
    rest = after(rest, at);
  }
  return [...parts, rest];
}

function fits(inlines: readonly Inline[], { style, width, lines }: Place): boolean {
  const length = inlines.reduce((sum, one) => sum + inlineText(one).length, 0);
  if (length > maxGraphemes * 8) return false;
  return lineCount(textRuns(inlines, style), width) <= lines;
}

/** The last offset between two characters, as readers count them, up to which the text fits. */
function longestFit(inlines: readonly Inline[], isFitting: (offset: number) => boolean): number {
  const ends = graphemeEnds(joinedText(inlines));
  let fitting = 0;
  let tooLong = ends.length;
  while (tooLong - fitting > 1) {
    const middle = Math.floor((fitting + tooLong) / 2);
    if (isFitting(ends[middle] ?? 0)) fitting = middle;
    else tooLong = middle;
  }
  return ends[fitting] ?? 0;
}

function graphemeEnds(text: string): readonly number[] {
  const segments = new Intl.Segmenter("en", { granularity: "grapheme" }).segment(text);
  const ends: number[] = [];
  for (const { index } of segments) {
    ends.push(index);
    if (ends.length > maxGraphemes) break;
  }
  return ends;
}

function joinedText(inlines: readonly Inline[]): string {
  return inlines.map(inlineText).join("");
}

function before(inlines: readonly Inline[], offset: number): readonly Inline[] {
  return sliced(inlines, 0, offset);
}

function after(inlines: readonly Inline[], offset: number): readonly Inline[] {
  const [first, ...rest] = sliced(inlines, offset, Infinity);
  return first === undefined ? [] : [withText(first, inlineText(first).trimStart()), ...rest];
}

function sliced(inlines: readonly Inline[], start: number, end: number): readonly Inline[] {
  let offset = 0;
  return inlines.flatMap((inline) => {
    const text = inlineText(inline);
    const part = text.slice(Math.max(0, start - offset), Math.max(0, end - offset));
    offset += text.length;
    if (part === text) return [inline];
    return part === "" ? [] : [withText(inline, part)];
  });
}

function trimmed(inlines: readonly Inline[]): readonly Inline[] {
  const last = inlines.at(-1);
  if (last === undefined) return [];
  return [...inlines.slice(0, -1), withText(last, inlineText(last).trimEnd())];
}

function withText(inline: Inline, text: string): Inline {
  return inline.kind === "status" ? { ...inline, word: text } : { ...inline, text };
}
