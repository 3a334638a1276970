/** The tables of a release calendar, with one column for the day or one for each month. */
import { monthOf } from "../dates/tokens.ts";
import { findTime } from "../dates/moments.ts";
import type { Moment, WrittenDay } from "../dates/written.ts";
import type { Place, Statement } from "../contract.ts";
import { weekIn, whenInCell, type When } from "../when.ts";
import type { Block } from "./blocks.ts";
import type { TableRow } from "./html-table.ts";
import { plainText } from "./inline.ts";
import { isSeparator } from "./rows.ts";

type TableBlock = Extract<Block, { readonly kind: "table" }>;

interface Columns {
  readonly what: number;
  readonly who: number | undefined;
  readonly when: number | undefined;
  /** By column the month that it is for, perhaps with its year. */
  readonly months: ReadonlyMap<number, Month>;
}

type Month = Pick<WrittenDay, "month" | "year">;

/** Undefined for a table that is no calendar. Rows without an event are left out. */
export function statementsOfTable(table: TableBlock): readonly Statement[] | undefined {
  const [header, ...rows] = table.rows.filter(({ cells }) => !isSeparator(cells));
  const columns = header && columnsOf(header.cells.map(plainText));
  if (columns === undefined) return undefined;
  const place = { name: table.isHtml ? "HTML table" : "table", kind: "table" } as const;
  return rows.flatMap((row) => statementsOfRow(row, columns, place));
}

function columnsOf(titles: readonly string[]): Columns | undefined {
  const indexOf = (title: RegExp) => {
    const found = titles.findIndex((text) => title.test(text));
    return found < 0 ? undefined : found;
  };
  const what = indexOf(/^(?:what|event|milestone|activity)s?\b/i);
  const when = indexOf(/^(?:when|dates?)\b/i);
  const months = new Map(
    titles.flatMap((title, index) => {
      const month = monthIn(title);
      return month === undefined ? [] : [[index, month] as const];
    }),
  );
  if (what === undefined || (when === undefined && months.size === 0)) return undefined;
  return { what, who: indexOf(/^(?:who|owners?)\b/i), when, months };
}

/** `NOV`, `November`, `Nov 2018`. */
function monthIn(title: string): Month | undefined {
  const [, word = "", year] = /^([a-z]{3,9})\.?(?: (\d{4}))?$/i.exec(title) ?? [];
  const month = monthOf(word);
  if (month === undefined) return undefined;
  return { month, ...(year !== undefined && { year: Number(year) }) };
}

/** One for each day: a row that names two is two statements, and they will be seen to differ. */
function statementsOfRow(row: TableRow, columns: Columns, place: Place): readonly Statement[] {
  const cells = row.cells.map(plainText);
  const what = cells[columns.what] ?? "";
  if (!/[\p{L}\p{N}]/u.test(what)) return [];
  const who = columns.who === undefined ? "" : (cells[columns.who] ?? "");
  const time = findTime(what);
  const week = cells
    .slice(columns.what + 1)
    .map(weekIn)
    .find((number) => number !== undefined);
  const common = {
    what: what.replaceAll("~~", ""),
    ...(who !== "" && { who }),
    ...(time && { time }),
    ...(week !== undefined && { week }),
    place,
    line: row.line,
    text: row.text,
  };
  return daysOfRow(cells, columns).map((when) => ({ ...common, ...when }));
}

function daysOfRow(cells: readonly string[], columns: Columns): readonly When[] {
  if (columns.when !== undefined) return [dayOfCells(cells, columns, columns.when)];
  const days = [...columns.months].map(([column, month]) =>
    inMonth(whenInCell(cells[column] ?? "", true), month),
  );
  const replaced = days.flatMap((day) => day.replaced);
  const counted = days.filter(({ when }) => when !== undefined);
  const [first = { replaced: [] }, ...others] = counted;
  return [
    { ...first, replaced },
    ...others.map(({ when }) => ({ ...(when && { when }), replaced: [] })),
  ];
}

/** Where a row lacks a cell, its day has slid into the one before. */
function dayOfCells(cells: readonly string[], { what }: Columns, when: number): When {
  const own = whenInCell(cells[when] ?? "", false);
  if (own.when !== undefined || own.replaced.length > 0) return own;
  const others = cells.flatMap((cell, index) =>
    index === what || index === when ? [] : [whenInCell(cell, false)],
  );
  return others.find((other) => other.when !== undefined) ?? own;
}

function inMonth({ when, replaced }: When, month: Month): When {
  return {
    ...(when && { when: momentInMonth(when, month) }),
    replaced: replaced.map((moment) => momentInMonth(moment, month)),
  };
}

function momentInMonth(moment: Moment, month: Month): Moment {
  const readings = moment.readings.map((reading) => ({
    ...reading,
    ...(reading.day && { day: { ...month, ...reading.day } }),
    ...(reading.end && { end: { ...month, ...reading.end } }),
  }));
  return { ...moment, readings };
}
