/** A table; its rows say how high they are at least, and become as high as their text. */
import type { Inline, Row, TableBlock } from "../../domain/deck.ts";
import { isAlone } from "../fit/column-widths.ts";
import { textRuns, type TextStyle } from "../fit/text-runs.ts";
import { textWidth } from "../fit/text-width.ts";
import { heightOf, paragraph } from "./native-text.ts";
import type { Box, NativeObject, TableCell, TableRow } from "./native.ts";
import type { Page } from "./page.ts";
import type { Palette } from "./palette.ts";

type Columns = TableBlock["columns"];

/** In px: as high as it may become, head included. */
export function tableHeight(table: TableBlock, page: Page): number {
  return lines(table, page).reduce((sum, { room }) => sum + room, 0);
}

export function tableObject(table: TableBlock, box: Box, page: Page): NativeObject {
  const all = lines(table, page);
  const height = all.reduce((sum, line) => sum + line.height, 0);
  const rules = all.map((line, index) => ruleUnder(line, all[index + 1], page.palette));
  return {
    kind: "table",
    name: "Table",
    box: { ...box, height },
    columns: columnWidths(table.columns, page),
    rows: all.map((line, index) => ({
      height: line.height,
      cells: line.cells.map((cell, at) =>
        tableCell(cell, at, { line, columns: table.columns, page }),
      ),
      over: rules[index - 1],
      under: rules[index],
    })),
  };
}

/** A row with all that its look follows from. */
interface Line {
  readonly role: "head" | NonNullable<Row["role"]>;
  readonly cells: readonly (readonly Inline[])[];
  readonly style: TextStyle;
  /** How many columns each of its cells takes. */
  readonly span: number;
  /** In px, if every line of text is full, and as the slide was fitted. */
  readonly height: number;
  readonly room: number;
}

function lines({ columns, rows }: TableBlock, page: Page): readonly Line[] {
  const widths = columnWidths(columns, page);
  const titles = columns.map(({ title }): readonly Inline[] => [{ kind: "text", text: title }]);
  return [headLine(titles, widths, page), ...rows.map((row) => bodyLine(row, widths, page))];
}

function headLine(cells: Line["cells"], widths: readonly number[], page: Page): Line {
  const style = page.styles.columnTitle;
  return { role: "head", cells, style, span: 1, ...lineHeights(cells, widths, { style, page }) };
}

/** The title of a group runs over the whole row where nothing stands beside it. */
function bodyLine(row: Row, widths: readonly number[], page: Page): Line {
  const { role = "normal" } = row;
  const style = { ...page.styles.cell, isBold: role !== "normal" };
  const isSpanning = role === "heading" && isAlone(row);
  const cells = row.cells.slice(0, isSpanning ? 1 : widths.length);
  const places = isSpanning ? [page.measures.bodyWidth] : widths;
  const heights = lineHeights(cells, places, { style, page });
  return { role, cells, style, span: isSpanning ? widths.length : 1, ...heights };
}

/** In px: the fitted weights as shares of the slide. */
function columnWidths(columns: Columns, { measures }: Page): readonly number[] {
  const weights = columns.reduce((sum, { weight = 1 }) => sum + weight, 0);
  return columns.map(({ weight = 1 }) => (measures.bodyWidth * weight) / weights);
}

function lineHeights(
  cells: Line["cells"],
  widths: readonly number[],
  { style, page: { measures } }: { readonly style: TextStyle; readonly page: Page },
) {
  const places = cells.map((_, index) => (widths[index] ?? 0) - 2 * measures.cellPadX);
  const full = cells.map((cell, index) => fullLines(cell, style, places[index] ?? 0) * style.line);
  const fitted = cells.map((cell, index) => heightOf(cell, style, places[index] ?? 0));
  const around = 2 * measures.cellPadY + measures.ruleWidth;
  return {
    height: Math.max(style.line, ...full) + around,
    room: Math.max(style.line, ...fitted) + around,
  };
}

/** How many lines the text takes at least. */
function fullLines(cell: readonly Inline[], style: TextStyle, width: number): number {
  const length = textRuns(cell, style).reduce((sum, run) => sum + textWidth(run), 0);
  return Math.ceil(length / width);
}

/** One rule stands between two rows; that over a sum is the sum's. */
function ruleUnder(line: Line, next: Line | undefined, palette: Palette): TableRow["under"] {
  if (line.role === "head" || next?.role === "total") return palette.ink;
  return line.role === "total" ? undefined : palette.rule;
}

function tableCell(
  cell: readonly Inline[],
  index: number,
  {
    line,
    columns,
    page: { measures, palette },
  }: { readonly line: Line; readonly columns: Columns; readonly page: Page },
): TableCell {
  const isHead = line.role === "head";
  const isLast = index + line.span === columns.length;
  const color = isHead ? palette.quiet : palette.ink;
  const align = columns[index]?.align === "end" ? "right" : "left";
  return {
    paragraph: paragraph(cell, { style: line.style, color, palette, align }),
    span: line.span,
    isLow: isHead,
    padding: {
      left: index === 0 ? 0 : measures.cellPadX,
      right: isLast ? 0 : measures.cellPadX,
      y: measures.cellPadY,
    },
  };
}
