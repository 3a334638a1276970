/** A table in pieces: one a row, under its head row and the title of its group. */
import type { Inline, Row, TableBlock } from "../../domain/deck.ts";
import { columnWidths, isAlone } from "./column-widths.ts";
import { maxParts, moreParts, type Part } from "./piece.ts";
import type { Setting } from "./setting.ts";
import { shorten, shortText, textHeight, type Place } from "./shorten.ts";

const maxLines = { title: 2, heading: 2, cell: 8 };

/** Each of more columns would be narrower than a character. */
const maxColumns = 16;

/** The columns of each piece carry their widths as weights. */
export function tablePieces(
  { columns: all, ...rest }: TableBlock,
  setting: Setting,
): readonly Part[] {
  const { styles } = setting;
  const table = { ...rest, columns: all.slice(0, maxColumns) };
  const widths = columnWidths(table, setting);
  const places = widths.map((width) =>
    cellPlace(width, { style: styles.columnTitle, lines: maxLines.title, setting }),
  );
  const columns = table.columns.map((column, index) => ({
    ...column,
    title: places[index] === undefined ? "" : shortText(column.title, places[index]),
    weight: widths[index] ?? 1,
  }));
  const headHeight = rowHeight(
    columns.map(({ title }) => [{ kind: "text", text: title }]),
    places,
    setting,
  );
  const parts: Part[] = [];
  let under: Part | undefined;
  for (const row of withMore(table, all.length)) {
    const part = { ...rowPart(row, { table: { ...table, columns }, widths, setting }), headHeight };
    parts.push(under === undefined || row.role !== undefined ? part : { ...part, under });
    if (row.role === "heading") under = part;
    if (row.role === "total") under = undefined;
  }
  return parts;
}

/** Rows, and lines that say how many rows and columns are not shown. */
function withMore({ rows, columns }: TableBlock, columnCount: number): readonly Row[] {
  const more = [
    ...moreParts(rows.length, maxParts, "rows"),
    ...moreParts(columnCount, maxColumns, "columns"),
  ];
  const notes = more.map((inline): Row => {
    return { role: "heading", cells: columns.map((_, index) => (index === 0 ? [inline] : [])) };
  });
  return [...rows.slice(0, maxParts), ...notes];
}

interface Frame {
  readonly table: TableBlock;
  readonly widths: readonly number[];
  readonly setting: Setting;
}

function rowPart(row: Row, { table, widths, setting }: Frame): Part {
  const { measures, styles } = setting;
  const style = { ...styles.cell, isBold: row.role === "heading" || row.role === "total" };
  const spans = row.role === "heading" && isAlone(row) ? [measures.bodyWidth] : widths;
  const lines = row.role === "heading" ? maxLines.heading : maxLines.cell;
  const places = spans.map((width) => cellPlace(width, { style, lines, setting }));
  const cells = row.cells.map((cell, index) => short(cell, places[index]));
  return {
    block: { ...table, rows: [{ ...row, cells }] },
    height: rowHeight(cells, places, setting),
    gapInside: 0,
    keepWithNext: row.role === "heading",
    keepWithPrevious: row.role === "total",
  };
}

function cellPlace(
  width: number,
  { setting, ...place }: Omit<Place, "width"> & Pick<Frame, "setting">,
): Place {
  return { ...place, width: width - 2 * setting.measures.cellPadX };
}

/** A cell beyond the columns has no place and is left out by the writer. */
function short(inlines: readonly Inline[], place: Place | undefined): readonly Inline[] {
  return place === undefined ? [] : shorten(inlines, place);
}

function rowHeight(
  cells: readonly (readonly Inline[])[],
  places: readonly Place[],
  { measures }: Setting,
): number {
  const heights = places.map((place, index) => textHeight(cells[index] ?? [], place));
  return Math.max(...heights) + 2 * measures.cellPadY + measures.ruleWidth;
}
