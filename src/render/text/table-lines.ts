/** Tables as plain text: in columns where they fit into a line, else as a list with their titles as labels. */
import type { Row, TableBlock } from "../../domain/deck.ts";
import type { AddressList } from "../address-list.ts";
import { readableTable } from "../table-shape.ts";
import { gap, inColumns, type TextColumn, widthOf } from "./columns.ts";
import { markedText, withMarks } from "./inline-text.ts";
import { wrap } from "./wrap.ts";

/** A title that is longer is wrapped. */
const mostLabelColumns = 20;
const bullet = "• ";
const labelIndent = "    ";

interface TextRow {
  readonly cells: readonly string[];
  readonly role: Row["role"];
}

interface TextTable {
  readonly titles: readonly string[];
  readonly columns: readonly TextColumn[];
  readonly rows: readonly TextRow[];
  /** Places of what its numbers lead to, said once below. */
  readonly sources: ReadonlySet<number>;
}

/** No lines for a table without rows. */
export function tableLines(
  addresses: AddressList,
  block: TableBlock,
  columns: number,
): readonly string[] {
  const table = textTable(addresses, readableTable(block));
  if (table.rows.length === 0) return [];
  const width = table.columns.reduce((sum, column) => sum + column.width + gap, -gap);
  const lines =
    width <= columns
      ? sideBySide(table, width)
      : table.rows.flatMap((row) => record(table, row, columns));
  const sources =
    table.sources.size === 0 ? [] : wrap(withMarks("Sources:", table.sources), { columns });
  return [...lines, ...sources];
}

function textTable(addresses: AddressList, { columns, rows }: TableBlock): TextTable {
  const [sources, named] = [new Set<number>(), new Set<number>()];
  const texts = rows.map(({ cells, role }): TextRow => {
    const marked = columns.map((_, index) => markedText(addresses, cells[index] ?? []));
    for (const { counted, linked } of marked) {
      for (const place of counted) sources.add(place);
      for (const place of linked) named.add(place);
    }
    return { cells: marked.map(({ text }) => text), role };
  });
  const titles = columns.map(({ title }) => title);
  const widths = columns.map(({ align, title }, index) => ({
    align,
    width: widthOf([title, ...texts.map(({ cells }) => cells[index] ?? "")]),
  }));
  return { titles, columns: widths, rows: texts, sources: sources.difference(named) };
}

/** Rows of sums stand below a line. */
function sideBySide({ titles, columns, rows }: TextTable, width: number): readonly string[] {
  const line = "─".repeat(width);
  const head = titles.some((title) => title !== "") ? [...inColumns(titles, columns), line] : [];
  const body = rows.flatMap(({ cells, role }, index) => [
    ...(role === "total" && index > 0 ? [line] : []),
    ...inColumns(cells, columns),
  ]);
  return [...head, ...body];
}

/** The first cell that says something, and below it all others, each after its title. */
function record(
  { titles }: TextTable,
  { cells, role }: TextRow,
  columns: number,
): readonly string[] {
  const told = cells.flatMap((text, index) =>
    text === "" ? [] : [{ text, label: titles[index] ?? "" }],
  );
  const [first, ...others] = told;
  if (first === undefined) return [];
  if (role === "heading" || role === "total")
    return wrap(sentence(first.text, others), { columns });
  const labels = widthOf(titles.slice(1));
  const width = Math.min(mostLabelColumns, labels);
  const rest = columns - labelIndent.length - width - gap;
  const pair: readonly TextColumn[] = [
    { width, align: "start" },
    { width: rest, align: "start" },
  ];
  return [
    ...wrap(first.text, { columns, lead: bullet }),
    ...others.flatMap(({ label, text }) => inColumns([label, text], pair, labelIndent)),
  ];
}

/** What sums up, or names the rows below it, on one line. */
function sentence(first: string, others: readonly { readonly text: string }[]): string {
  const rest = others.map(({ text }) => text).join("; ");
  return rest === "" ? first : `${first}: ${rest}`;
}
