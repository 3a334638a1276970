/** The deck's tables as GitHub shows them well: few columns, short cells, long ones folded away. */
import type { Inline, Row, TableBlock } from "../../domain/deck.ts";
import type { AddressList } from "../address-list.ts";
import { displayText } from "../display-text.ts";
import { inlineWords } from "../inline-words.ts";
import { readableTable } from "../table-shape.ts";
import { cutToWidth, displayWidth } from "../text/display-width.ts";
import { details } from "./details.ts";
import { lineStart } from "./escape.ts";
import { boldSpans, inlineMarkdown, inlineSpans, textMarkdown } from "./inline.ts";
import type { Bullet } from "./list.ts";
import { joinSpans, textSpan } from "./span.ts";
import { tableMarkdown } from "./table.ts";

export interface TableContext {
  readonly sources: AddressList;
  /** For a list that the table becomes. */
  readonly bullet: Bullet;
  /** Inside something that is folded away nothing else is. */
  readonly isFolded: boolean;
}

/** More than this in one cell makes the others narrow. */
const mostCellColumns = 80;
/** Longer tables stand between a reader and what comes next. */
const mostRows = 10;

export function tableBlock(context: TableContext, block: TableBlock): string {
  const table = readableTable(block);
  if (isWordy(table)) return records(context, table);
  const isFolded = !context.isFolded && table.rows.length > mostRows;
  return isFolded ? folded(context, table) : withNotes(context, table);
}

/** Sentences are read as a list; only numbers want columns. */
function isWordy({ columns, rows }: TableBlock): boolean {
  const long = rows.filter(({ cells }) => cells.some(isLong)).length;
  return long > 0 && long * 2 >= rows.length && columns.every(({ align }) => align === "start");
}

function isLong(cell: readonly Inline[]): boolean {
  return displayWidth(displayText(inlineWords(cell))) > mostCellColumns;
}

/** What it adds up to stays in sight. */
function folded(context: TableContext, table: TableBlock): string {
  const titles = table.columns.map(({ title }) => title).filter((title) => title.trim() !== "");
  const summary = `${table.rows.length} rows: ${titles.join(", ")}`;
  const sums = table.rows.filter(({ role }) => role === "total");
  return [
    details(summary, withNotes(context, table)),
    ...sums.map((row) => rowText(context.sources, row)),
  ]
    .filter((markdown) => markdown !== "")
    .join("\n\n");
}

const colon: Inline = { kind: "text", text: ": " };
const below: Inline = { kind: "text", text: "see below" };

/** Long cells stand below the table, each after the name of its row. */
function withNotes({ sources, bullet }: TableContext, { columns, rows }: TableBlock): string {
  const notes: string[] = [];
  const shortened = ({ cells }: Row): Row["cells"] => {
    const name = shortName(cells[0] ?? []);
    return cells.map((cell, index) => {
      if (!isLong(cell)) return cell;
      const note = index === 0 ? cell : [...name, colon, ...cell];
      notes.push(`${bullet} ${lineStart(inlineMarkdown(sources, note))}`);
      return index === 0 ? name : [below];
    });
  };
  const table = tableMarkdown({
    head: columns.map(({ title }) => textMarkdown(title)),
    aligns: columns.map(({ align }) => align),
    rows: rows.map((row) => {
      const spans = (row.role ?? "normal") === "normal" ? inlineSpans : boldSpans;
      return shortened(row).map((cell) => joinSpans(spans(sources, cell)).trim());
    }),
  });
  return notes.length === 0 ? table : `${table}\n\n${notes.join("\n")}`;
}

/** What names a row, where it is long only its beginning. */
function shortName(name: readonly Inline[]): readonly Inline[] {
  if (!isLong(name)) return name;
  const words = cutToWidth(displayText(inlineWords(name)), mostCellColumns);
  return [{ kind: "text", text: words }];
}

function records({ sources, bullet }: TableContext, { rows }: TableBlock): string {
  return rows.map((row) => `${bullet} ${rowText(sources, row)}`).join("\n");
}

/** What its cells say, on one line. */
function rowText(sources: AddressList, { cells }: Row): string {
  const said = cells.filter((cell) => displayText(inlineWords(cell)) !== "");
  const spans = said.flatMap((cell, index) => [
    ...(index === 0 ? [] : [textSpan(" · ")]),
    ...inlineSpans(sources, cell),
  ]);
  return lineStart(joinSpans(spans).trim());
}
