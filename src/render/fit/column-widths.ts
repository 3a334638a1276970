/** How wide each column of a table is: as wide as it needs to be, the rest by what it holds. */
import type { Row, TableBlock } from "../../domain/deck.ts";
import { margin } from "./line-count.ts";
import type { Setting } from "./setting.ts";
import { textRuns } from "./text-runs.ts";
import { textWidth, type TextRun } from "./text-width.ts";

/** No word makes a column wider than this share of the table. */
const maxWordShare = 0.3;
/** What is not wider than this share of the table is not broken. */
const shortShare = 0.235;
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
  const least = needs.reduce((sum, one) => sum + one.least, 0);
  return share(least <= bodyWidth ? needs : needs.map(narrowed(bodyWidth)), bodyWidth);
}

/** So many columns have room for no more than their share. */
function narrowed(width: number) {
  return (one: Need, _: number, { length }: readonly Need[]): Need => {
    return { ...one, least: Math.min(one.least, width / length) };
  };
}

function grow(needs: readonly Need[], surplus: number): readonly number[] {
  const weights = needs.reduce((sum, { weight }) => sum + weight, 0);
  return needs.map(({ most, weight }) => most + (surplus * weight) / weights);
}

/** What each needs at least, and of the rest the more the longer its lines are, up to the whole width. */
function share(needs: readonly Need[], width: number): readonly number[] {
  const surplus = needs.reduce((rest, { least }) => rest - least, width);
  const wishes = needs.map(({ least, most, weight }) => {
    return Math.max(1, Math.min(most, width) - least) * weight;
  });
  const all = wishes.reduce((sum, wish) => sum + wish, 0);
  return needs.map(({ least }, index) => least + (surplus * (wishes[index] ?? 0)) / all);
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
  const most = Math.max(longest, Math.max(0, ...lines) * margin + padding);
  const least = most <= bodyWidth * shortShare ? most : Math.min(longest, bodyWidth * maxWordShare);
  return { least, most, weight };
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

/** A line may end after a hyphen as well. */
function wordRuns(run: TextRun): readonly TextRun[] {
  return run.text.split(/ |(?<=-)/).map((text) => ({ ...run, text }));
}
