/** Rows of a table that is drawn with `|`. */

/** The cells; the outermost `|` are borders, if they are there. */
export function splitRow(line: string): readonly string[] {
  const inside = line.trim().replace(/^\|/, "");
  const cells = inside.split(/(?<!\\)\|/).map((cell) => cell.trim());
  return cells.at(-1) === "" ? cells.slice(0, -1) : cells;
}

/** `| --- | :-: |`: the row below the header. */
export function isSeparator(cells: readonly string[]): boolean {
  return cells.length > 0 && cells.every((cell) => /^:?-+:?$/.test(cell));
}
