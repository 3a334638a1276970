import type { Place } from "./place.ts";

/** How much of a line is shown; longer ones are cut to a window around the caret. */
const width = 100;

/**
 * A line of a text with its number, and below it a caret under `length` characters from the place
 * on, cut at the end of the line. Control characters are shown as `·`, so that the columns hold and
 * a terminal is not steered by what it prints.
 */
export function excerpt(line: string, at: Place, length: number): string {
  const from = Math.max(0, Math.min(at.column - 1 - width / 2, line.length - width));
  const shown = line.slice(from, from + width).replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, "·");
  const offset = at.column - 1 - from;
  const carets = "^".repeat(Math.max(1, Math.min(length, shown.length - offset)));
  const margin = String(at.line);
  return `  ${margin} | ${shown}\n  ${" ".repeat(margin.length)} | ${" ".repeat(offset)}${carets}`;
}
