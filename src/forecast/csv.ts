/** Reads and writes tables of comma-separated values. The one door to d3-dsv. */
import { csvFormatRows, csvParseRows } from "d3-dsv";
import { PlanError } from "../domain/errors.ts";
import { placeOfCell } from "./csv-place.ts";

export interface CsvText {
  /** What to call it in messages. */
  readonly file: string;
  readonly text: string;
}

/** One row below the head: its cells by the names of their columns. */
export interface CsvRow {
  readonly table: CsvText;
  /** From 0, which is the head. */
  readonly index: number;
  readonly cells: readonly string[];
  readonly columns: ReadonlyMap<string, number>;
}

/**
 * The rows of a table whose first row names at least `needed`; other columns may stand anywhere.
 * Throws a PlanError where one of them is missing or there twice. Empty lines are no rows.
 */
export function readCsv({ file, text }: CsvText, needed: readonly string[]): readonly CsvRow[] {
  const table = { file, text: text.replace(/^\uFEFF/, "") };
  const rows = csvParseRows(table.text);
  refuseUnclosed(table, rows);
  const columns = columnsOf(table, rows[0] ?? [], needed);
  return rows
    .map((cells, index) => ({ table, index, cells, columns }))
    .filter(({ cells, index }) => index > 0 && cells.some((cell) => cell !== ""));
}

function columnsOf({ file }: CsvText, head: readonly string[], needed: readonly string[]) {
  const names = head.map((name) => name.trim());
  const missing = needed.filter((name) => !names.includes(name));
  const twice = needed.filter((name) => names.indexOf(name) !== names.lastIndexOf(name));
  const hint = `its first row should be ${needed.join(",")}`;
  if (missing.length > 0)
    throw new PlanError(`${file}:1:1: there is no column ${missing.join(", ")}`, {
      code: "table",
      hint,
    });
  if (twice.length > 0)
    throw new PlanError(`${file}:1:1: there are two columns ${twice.join(", ")}`, {
      code: "table",
      hint,
    });
  return new Map(names.map((name, index) => [name, index]));
}

/** A quote that nothing closes takes all rows after it for one cell, and nobody would miss them. */
function refuseUnclosed(table: CsvText, rows: readonly (readonly string[])[]): void {
  const last = rows.at(-1) ?? [];
  if (last.at(-1)?.includes("\n") !== true) return;
  const { line, column, isUnclosed } = placeOfCell(table.text, rows.length - 1, last.length - 1);
  if (!isUnclosed) return;
  throw new PlanError(
    `${table.file}:${line}:${column}: nothing closes the quote that begins here`,
    {
      code: "table",
      hint: 'a quote inside of quotes is written twice: "say ""hello"""',
    },
  );
}

/** A cell; empty where the row is shorter or the table has no such column. */
export function textIn({ cells, columns }: CsvRow, column: string): string {
  return cells[columns.get(column) ?? -1] ?? "";
}

/** A number; undefined where the cell is empty. Throws a PlanError for what is none. */
export function numberIn(row: CsvRow, column: string): number | undefined {
  const text = textIn(row, column).trim();
  if (text === "") return undefined;
  const value = Number(text);
  if (Number.isFinite(value)) return value;
  throw wrongCell(row, column, `${column} is no number: ${text.slice(0, 40)}`);
}

/** What there must be. Throws a PlanError where there is nothing. */
export function known<Value>(value: Value | undefined, row: CsvRow, column: string): Value {
  if (value === undefined) throw wrongCell(row, column, `${column} is empty`);
  return value;
}

/** A PlanError that says in which cell of which file something is wrong. */
export function wrongCell({ table, index, columns }: CsvRow, name: string, what: string) {
  const { line, column } = placeOfCell(table.text, index, columns.get(name) ?? 0);
  return new PlanError(`${table.file}:${line}:${column}: ${what}`, {
    code: "table",
    hint: "release-deck forecast --help says what the tables hold",
  });
}

/** The text of a table, with quotes where they are needed. */
export function writeCsv(rows: readonly (readonly string[])[]): string {
  return `${csvFormatRows(rows.map((row) => [...row]))}\n`;
}
