/** A row of large numbers as a piece; more than fit side by side make further rows. */
import type { Figure, FiguresBlock, Inline } from "../../domain/deck.ts";
import { maxParts, type Part } from "./piece.ts";
import { settings, type Setting } from "./setting.ts";
import { shorten, shortText, textHeight, type Place } from "./shorten.ts";

/** At most so many figures stand side by side; the style sheet has a rule for each number up to it. */
const maxInRow = 6;

const lines = { value: 1, label: 2, note: 4 };

export function figurePieces(
  { figures }: FiguresBlock,
  setting: Setting = settings.regular,
): readonly Part[] {
  const shown = figures.slice(0, maxParts);
  const inRow = figuresInRow(shown, setting);
  const rowCount = Math.ceil(shown.length / inRow);
  const rows = Array.from({ length: rowCount }, (_, at) =>
    shown.slice(at * inRow, (at + 1) * inRow),
  );
  return rows.map((row) => figureRow(row, figureWidth(inRow, setting), setting));
}

/** How many figures stand side by side: as many as leave each value on one line, in even rows. */
export function figuresInRow(
  figures: readonly Figure[],
  setting: Setting = settings.regular,
): number {
  const inRows = Array.from({ length: maxInRow }, (_, index) => {
    const rowCount = Math.ceil(figures.length / (maxInRow - index));
    return Math.max(1, Math.ceil(figures.length / Math.max(1, rowCount)));
  });
  const isFree = (inRow: number): boolean => {
    const width = figureWidth(inRow, setting);
    return figures.every(({ value }) => isOneLine(value, width, setting));
  };
  return inRows.find(isFree) ?? 1;
}

function isOneLine(value: readonly Inline[], width: number, { styles }: Setting): boolean {
  return textHeight(value, { style: styles.figure, width }) === styles.figure.line;
}

function figureWidth(inRow: number, { measures }: Setting): number {
  return (measures.bodyWidth - (inRow - 1) * measures.figureGap) / inRow;
}

function figureRow(row: readonly Figure[], width: number, setting: Setting): Part {
  const parts = row.map((figure) => shortFigure(figure, width, setting));
  return {
    block: { kind: "figures", figures: parts.map(({ figure }) => figure) },
    height: Math.max(0, ...parts.map(({ height }) => height)),
  };
}

function shortFigure({ label, value, note }: Figure, width: number, { styles }: Setting) {
  const places = {
    value: { style: styles.figure, width, lines: lines.value },
    label: { style: styles.cell, width, lines: lines.label },
    note: { style: styles.small, width, lines: lines.note },
  } satisfies Record<string, Place>;
  const shown = {
    label: shortText(label, places.label),
    value: shorten(value, places.value),
    ...(note === undefined ? {} : { note: shorten(note, places.note) }),
  };
  const noteHeight = shown.note === undefined ? 0 : textHeight(shown.note, places.note);
  const height =
    textHeight(shown.value, places.value) +
    textHeight([{ kind: "text", text: shown.label }], places.label) +
    noteHeight;
  return { figure: shown, height };
}
