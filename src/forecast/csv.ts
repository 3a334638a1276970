/** Reads and writes tables of comma-separated values. The one door to d3-dsv. */
import { csvFormatRows, csvParseRows } from "d3-dsv";
import { PlanError } from "../domain/errors.ts";

export interface CsvText {
  /** What to call it in messages. */
  readonly file: string;
  readonly text: string;
}

/** One row below the head: its cells by the names of their columns. */
export interface CsvRow {
  readonly file: string;
  readonly line: number;
  readonly cells: readonly string[];
  readonly columns: ReadonlyMap<string, number>;
}

/**
 * The rows of a table whose first row names at least `needed`; other columns may stand anywhere.
 * Throws a PlanError where one of them is missing. Empty lines are no rows.
 */
export function readCsv({ file, text }: CsvText, needed: readonly string[]): readonly CsvRow[] {
  const rows = csvParseRows(text.replace(/^\uFEFF/, ""));
  const columns = new Map((rows[0] ?? []).map((name, index) => [name.trim(), index]));
  const missing = needed.filter((name) => !columns.has(name));
  if (missing.length > 0)
    throw new PlanError(`${file}: there is no column ${missing.join(", ")}`, {
      code: "table",
      hint: `its first row should be ${needed.join(",")}`,
    });
  return rows
    .map((cells, index) => ({ file, line: index + 1, cells, columns }))
    .filter(({ cells, line }) => line > 1 && cells.some((cell) => cell !== ""));
}

/** A cell; empty where the row is shorter. */
export function textIn({ cells, columns }: CsvRow, column: string): string {
  return cells[columns.get(column) ?? -1] ?? "";
}

/** A number; undefined where the cell is empty. Throws a PlanError for what is none. */
export function numberIn(row: CsvRow, column: string): number | undefined {
  const text = textIn(row, column).trim();
  if (text === "") return undefined;
  const value = Number(text);
  if (Number.isFinite(value)) return value;
  throw wrongRow(row, `${column} is no number: ${text.slice(0, 40)}`);
}

/** The same where there must be one. */
export function knownNumberIn(row: CsvRow, column: string): number {
  const value = numberIn(row, column);
  if (value === undefined) throw wrongRow(row, `${column} is empty`);
  return value;
}

/** A PlanError that says in which row of which file something is wrong. */
export function wrongRow({ file, line }: CsvRow, what: string): PlanError {
  return new PlanError(`${file}, row ${line}: ${what}`, {
    code: "table",
    hint: "release-deck forecast --help says what the tables hold",
  });
}

/** The text of a table, with quotes where they are needed. */
export function writeCsv(rows: readonly (readonly string[])[]): string {
  return `${csvFormatRows(rows.map((row) => [...row]))}\n`;
}
