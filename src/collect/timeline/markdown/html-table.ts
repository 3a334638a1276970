/** The rows of an HTML `<table>`, with the lines on which they begin. */

export interface TableRow {
  /** Cells with the marks that they have. */
  readonly cells: readonly string[];
  readonly line: number;
  /** The row as it stands in the document. */
  readonly text: string;
}

/** `firstLine` is the number of the first of `lines` in its document. */
export function readHtmlTable(lines: readonly string[], firstLine: number): readonly TableRow[] {
  const rows: TableRow[] = [];
  let line = firstLine;
  let row: { readonly line: number; readonly cells: string[] } | undefined;
  for (const part of lines.join("\n").split(/(?=<)/)) {
    if (/^<tr\b/i.test(part)) row = { line, cells: [] };
    else if (/^<t[dh]\b/i.test(part)) row?.cells.push(textOf(part));
    else if (/^<\/tr>|^<\/table>/i.test(part)) {
      if (row !== undefined) rows.push({ ...row, text: row.cells.filter(Boolean).join(" | ") });
      row = undefined;
    } else if (!/^<\/t[dh]>/i.test(part)) addTo(row?.cells, part);
    line += part.split("\n").length - 1;
  }
  return rows;
}

function textOf(part: string): string {
  return part.slice(part.indexOf(">") + 1).trim();
}

/** Marks inside a cell go on with it. */
function addTo(cells: string[] | undefined, part: string): void {
  const last = cells?.pop();
  if (last !== undefined) cells?.push(`${last}${part.trimEnd()}`);
}
