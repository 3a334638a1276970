/** Times in tables: minutes since 1970, or dates that say which zone they mean. */
import { epochMinutes, parseInstant } from "../calendar.ts";
import { textIn, wrongCell, type CsvRow } from "./csv.ts";

/** Minutes since 1970; undefined where the cell is empty. Throws a PlanError for what is no time. */
export function minutesIn(row: CsvRow, column: string): number | undefined {
  const text = textIn(row, column).trim();
  if (text === "") return undefined;
  const minutes = minutesOf(text);
  if (minutes !== undefined) return minutes;
  const what = `${column} is neither minutes since 1970 nor a time with its zone like 2020-10-22T08:00:00Z: ${text.slice(0, 40)}`;
  throw wrongCell(row, column, what);
}

/** Undefined for what is no time. */
export function minutesOf(text: string): number | undefined {
  const value = Number(text);
  if (Number.isFinite(value)) return value;
  const instant = parseInstant(text);
  return instant === undefined ? undefined : epochMinutes(instant);
}
