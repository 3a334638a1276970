/** Lines of what a person wrote, with a mark under what is wrong. */
import type { Place } from "./place.ts";

/** How much of a line is shown; longer ones are cut to a window around the caret. */
const width = 100;

const hidden = /[\p{Cc}\p{Cf}\u2028\u2029]|(?:gh[a-z]_|github_pat_)\w{16,}/gu;

/**
 * A text fit to be shown: `·` for each control and format character, so that nothing in it steers a
 * terminal or turns it around, and for each character of a GitHub token, so that none ends in a log.
 */
export function visible(text: string): string {
  return text.replace(hidden, (found) => "·".repeat(found.length));
}

/**
 * A line of a text with its number, and below it a caret under `length` characters from the place
 * on, cut at the end of the line. Every character is visible, so that the columns hold.
 */
export function excerpt(line: string, at: Place, length: number): string {
  const from = Math.max(0, Math.min(at.column - 1 - width / 2, line.length - width));
  const shown = visible(line).slice(from, from + width);
  const offset = at.column - 1 - from;
  const carets = "^".repeat(Math.max(1, Math.min(length, shown.length - offset)));
  const margin = String(at.line);
  return `  ${margin} | ${shown}\n  ${" ".repeat(margin.length)} | ${" ".repeat(offset)}${carets}`;
}

/** The same of a whole text, for a place in it; an empty line where the text has no such line. */
export function excerptAt(text: string, at: Place, length: number): string {
  return excerpt(text.split(/\r?\n/)[at.line - 1] ?? "", at, length);
}
