/** How wide each column of a table is: as wide as it needs to be, the rest by weight. */
import type { Row, TableBlock } from "../../domain/deck.ts";
import { margin } from "./line-count.ts";
import type { Setting } from "./setting.ts";
import { textRuns } from "./text-runs.ts";
import { textWidth, type TextRun } from "./text-width.ts";

/** No word makes a column wider than this share of the table, and none of more columns than fit. */
const maxWordShare = 0.22;
/** The widest character, in sizes of the text. */
const widest = 1.4;
/** Rows that are looked at: enough to know what a column holds. */
const sampledRows = 200;

interface Need {
  /** Of its longest word and of its longest line. */
  readonly least: number;
  readonly most: number;
  readonly weight: number;
}

/** Widths in px that add up to the width of a slide's content. */
export function columnWidths(table: TableBlock, setting: Setting): readonly number[] {
  const { bodyWidth } = setting.measures;
  const needs = table.columns.map((_, index) => need(table, index, setting));
  const most = needs.reduce((sum, one) => sum + one.most, 0);
  if (most <= bodyWidth) return grow(needs, bodyWidth - most);
  return share(needs, bodyWidth);
}

function grow(needs: readonly Need[], surplus: number): readonly number[] {
  const weights = needs.reduce((sum, { weight }) => sum + weight, 0);
  return needs.map(({ most, weight }) => most + (surplus * weight) / weights);
}

/** By weight; a column that would get more than it can use, or less than its longest word, is set first. */
function share(needs: readonly Need[], width: number): readonly number[] {
  const widths = new Map<Need, number>();
  for (;;) {
    const open = needs.filter((one) => !widths.has(one));
    const left = width - [...widths.values()].reduce((sum, one) => sum + one, 0);
    const weights = open.reduce((sum, one) => sum + one.weight, 0);
    const perWeight = Math.max(left, 0) / weights;
    const tight = open.filter((one) => one.least > one.weight * perWeight);
    const roomy = open.filter((one) => one.most < one.weight * perWeight);
    const set = tight.length > 0 ? tight : roomy;
    for (const one of set) widths.set(one, tight.length > 0 ? one.least : one.most);
    if (set.length === 0 || set.length === open.length) {
      return normalized(
        needs.map((one) => widths.get(one) ?? one.weight * perWeight),
        width,
      );
    }
  }
}

function normalized(widths: readonly number[], width: number): readonly number[] {
  const sum = widths.reduce((total, one) => total + one, 0);
  return widths.map((one) => (one * width) / sum);
}

function need({ columns, rows }: TableBlock, index: number, setting: Setting): Need {
  const { measures, styles } = setting;
  const { title: text = "", weight = 1 } = columns[index] ?? {};
  const title = textRuns([{ kind: "text", text }], styles.columnTitle);
  const texts = [title, ...rows.slice(0, sampledRows).map((row) => runsOf(row, index, setting))];
  const padding = 2 * measures.cellPadX + 2;
  const words = texts.flatMap((runs) => runs.flatMap(wordRuns)).map(textWidth);
  const lines = texts.map((runs) => runs.reduce((sum, run) => sum + textWidth(run), 0));
  const longest = Math.max(widest * styles.cell.size, ...words) * margin + padding;
  const { bodyWidth } = measures;
  const least = Math.min(longest, bodyWidth * maxWordShare, bodyWidth / columns.length);
  return { least, most: Math.max(least, Math.max(0, ...lines) * margin + padding), weight };
}

/** The title of a group runs over the whole row where nothing stands beside it. */
function runsOf(row: Row, index: number, { styles }: Setting): readonly TextRun[] {
  if (row.role === "heading" && isAlone(row)) return [];
  const style = { ...styles.cell, isBold: row.role === "heading" || row.role === "total" };
  return textRuns(row.cells[index] ?? [], style);
}

/** Whether only the first cell of a row holds anything. */
export function isAlone(row: Row): boolean {
  return row.cells.slice(1).every((cell) => cell.length === 0);
}

function wordRuns(run: TextRun): readonly TextRun[] {
  return run.text.split(" ").map((text) => ({ ...run, text }));
}
