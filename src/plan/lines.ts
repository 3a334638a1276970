/** The lines of a text: from an offset to the line and column that people count in. */
import type { Place } from "../domain/place.ts";

export interface Lines {
  readonly text: string;
  /** The place of an offset; one behind the last words of the text is at their end. */
  placeAt(offset: number): Place;
  /** A line without its line break; lines count from 1. */
  textOf(line: number): string;
}

/** Indexes the lines of a text whose line breaks are `\n`. */
export function linesOf(file: string, text: string): Lines {
  const lines = text.split("\n");
  const starts = [0];
  for (const line of lines) starts.push((starts.at(-1) ?? 0) + line.length + 1);
  const end = text.trimEnd().length;
  return {
    text,
    placeAt(offset) {
      const inside = Math.min(offset, end);
      const line = lineAt(starts, inside);
      return { file, line, column: inside - (starts[line - 1] ?? 0) + 1 };
    },
    textOf: (line) => lines[line - 1] ?? "",
  };
}

/** Binary search: the number of the last line that starts at or before the offset. */
function lineAt(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high - 1) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle;
  }
  return low + 1;
}
