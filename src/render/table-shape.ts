/** Tables as they can be read where there is little room in a line. */
import type { Column, Row, TableBlock } from "../domain/deck.ts";
import { displayText } from "./display-text.ts";
import { inlineWords } from "./inline-words.ts";

/** More columns than this do not fit side by side on a page of GitHub, or into a line of a mail. */
const mostColumns = 6;

/** The table without its blank columns; standing on its side where it is too wide and that makes it narrower. */
export function readableTable(table: TableBlock): TableBlock {
  const full = withoutBlankColumns(table);
  const isTooWide = full.columns.length > mostColumns;
  return isTooWide && full.rows.length + 1 < full.columns.length ? onItsSide(full) : full;
}

/** A column whose cells say nothing needs no title either. */
export function withoutBlankColumns({ columns, rows, ...rest }: TableBlock): TableBlock {
  const isKept = columns.map((_, index) => rows.some(({ cells }) => !isBlank(cells[index])));
  if (!isKept.includes(true)) return { columns, rows, ...rest };
  const kept = <Item>(all: readonly Item[]) => all.filter((_, index) => isKept[index]);
  return {
    ...rest,
    columns: kept(columns),
    rows: rows.map((row) => ({ ...row, cells: kept(row.cells) })),
  };
}

/** Rows become columns: what named a row is a column's title, and the titles name the rows. */
function onItsSide({ columns, rows, ...rest }: TableBlock): TableBlock {
  const [corner, ...others] = columns;
  const titles = rows.map(({ cells }): Column => ({
    title: inlineWords(cells[0] ?? []),
    align: "end",
  }));
  return {
    ...rest,
    columns: [{ title: corner?.title ?? "", align: "start" }, ...titles],
    rows: others.map(({ title }, index): Row => ({
      cells: [[{ kind: "text", text: title }], ...rows.map(({ cells }) => cells[index + 1] ?? [])],
    })),
  };
}

function isBlank(cell: Row["cells"][number] | undefined): boolean {
  return cell === undefined || displayText(inlineWords(cell)) === "";
}
