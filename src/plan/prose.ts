/** Where each part of a prose text stands in the file, for every way in which YAML lets people write one. */
import type { Fold, Place, Prose } from "../domain/place.ts";
import type { Lines } from "./lines.ts";
import type { ScalarStyle, Span, Written } from "./written.ts";

/** The text of a scalar with what it takes to find each of its characters in the file; undefined for a list or map. */
export function proseOf({ span, scalar }: Written, lines: Lines): Prose | undefined {
  if (scalar === undefined) return undefined;
  const { style, text } = scalar;
  const folds = foldsOf(text, contentOf(span, style, lines), lines);
  const [first] = folds;
  const begin = lines.placeAt(span.start);
  if (first === undefined) return { text, at: begin, indent: begin.column };
  if (style === "literal") return literalProse(text, begin, first);
  const at = { ...begin, line: first.line, column: first.column };
  const prose = { text, at, indent: first.column };
  return folds.length > 1 ? { ...prose, folds } : prose;
}

/** A literal text keeps its lines: they begin one below the `|`, at the column that the first words give away. */
function literalProse(text: string, begin: Place, first: Fold): Prose {
  const lineStart = text.lastIndexOf("\n", first.offset - 1) + 1;
  const indent = first.column - (first.offset - lineStart);
  return { text, at: { ...begin, line: begin.line + 1, column: indent }, indent };
}

/** Without the quotes of a quoted text, without the `|` or `>` line of a block. */
function contentOf({ start, end }: Span, style: ScalarStyle, lines: Lines): Span {
  if (style === "quoted") return { start: start + 1, end: end - 1 };
  if (style === "plain") return { start, end };
  const header = lines.text.indexOf("\n", start);
  return { start: header < 0 || header >= end ? end : header + 1, end };
}

/** Walks the lines of the file and the text together. A line with escapes is placed by the words before it. */
function foldsOf(text: string, content: Span, lines: Lines): readonly Fold[] {
  const folds: Fold[] = [];
  let start = content.start;
  let cursor = 0;
  for (const line of lines.text.slice(content.start, content.end).split("\n")) {
    const words = line.trim();
    if (words !== "") {
      const found = indexNear(text, words, cursor);
      const offset = found ?? Math.min(cursor, text.length);
      const { line: number, column } = lines.placeAt(start + line.indexOf(words));
      folds.push({ offset, line: number, column });
      cursor = found === undefined ? offset : offset + words.length;
    }
    start += line.length + 1;
  }
  return folds;
}

/** Like `indexOf`, but looks no farther than folding can have moved the words. */
function indexNear(text: string, words: string, from: number): number | undefined {
  const found = text.slice(from, from + 2 * words.length + 200).indexOf(words);
  return found < 0 ? undefined : from + found;
}
