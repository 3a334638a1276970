/** Where a cell of a table stands in its text: looked for only once something is wrong with it. */

export interface CellPlace {
  /** From 1, as editors count: a cell in quotes may go over several lines. */
  readonly line: number;
  readonly column: number;
  /** Whether it is in quotes that nothing closes, so that it runs to the end of the text. */
  readonly isUnclosed: boolean;
}

/** The place of a cell, both counted from 0; the last one of its row where that is too short. */
export function placeOfCell(text: string, row: number, column: number): CellPlace {
  const { start, cell } = cellAt(text, row, column);
  const lines = text.slice(0, start).split(/\r\n|\r|\n/);
  const isUnclosed = /^"[^"]*(?:""[^"]*)*$/.test(cell);
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1, isUnclosed };
}

/** A cell, in quotes or not, and what ends it: a comma, the end of the line or that of the text. */
const cellAndEnd = /("[^"]*(?:""[^"]*)*"?|[^,\r\n]*)(\r\n|[^]|$)/gy;

function cellAt(text: string, row: number, column: number) {
  let [atRow, atColumn] = [0, 0];
  for (const { index: start, 1: cell = "", 2: end } of text.matchAll(cellAndEnd)) {
    if (atRow === row && (atColumn === column || end !== ",")) return { start, cell };
    [atRow, atColumn] = end === "," ? [atRow, atColumn + 1] : [atRow + 1, 0];
  }
  return { start: text.length, cell: "" };
}
