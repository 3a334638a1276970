/** A table as its template sees it. */
import type { Inline, Row, TableBlock } from "../domain/deck.ts";
import { isAlone } from "./fit/column-widths.ts";

type InlineViews = (inlines: readonly Inline[]) => readonly object[];

/** Widths come from the weights, as shares of the table. */
export function tableView({ columns, rows }: TableBlock, inlineViews: InlineViews): object {
  const weights = columns.reduce((sum, { weight = 1 }) => sum + weight, 0);
  const views = columns.map(({ title, align, weight = 1 }) => ({
    title,
    isEnd: align === "end",
    width: `${((100 * weight) / weights).toFixed(3)}%`,
  }));
  return { columns: views, rows: rows.map((row) => rowView(row, views, inlineViews)) };
}

function rowView(
  row: Row,
  columns: readonly { readonly isEnd: boolean }[],
  inlineViews: InlineViews,
): object {
  const isSpanning = row.role === "heading" && isAlone(row);
  const shown = isSpanning ? row.cells.slice(0, 1) : row.cells.slice(0, columns.length);
  const cells = shown.map((cell, index) => ({
    inlines: inlineViews(cell),
    isEnd: columns[index]?.isEnd ?? false,
    isHead: index === 0,
    span: isSpanning ? columns.length : 1,
  }));
  return { role: row.role ?? "normal", cells };
}
