/** Cells side by side in columns, each wrapped into its own. */
import { displayWidth } from "./display-width.ts";
import { wrap } from "./wrap.ts";

export interface TextColumn {
  readonly width: number;
  readonly align: "start" | "end";
}

/** Between two columns. */
export const gap = 2;

/** The lines of one row; `indent` stands before each. */
export function inColumns(
  cells: readonly string[],
  columns: readonly TextColumn[],
  indent = "",
): readonly string[] {
  const wrapped = columns.map(({ width }, index) => wrap(cells[index] ?? "", { columns: width }));
  const height = Math.max(0, ...wrapped.map((lines) => lines.length));
  return Array.from({ length: height }, (_, line) => {
    const parts = columns.map((column, index) => aligned(wrapped[index]?.[line] ?? "", column));
    return `${indent}${parts.join(" ".repeat(gap))}`.trimEnd();
  });
}

function aligned(text: string, { width, align }: TextColumn): string {
  const space = " ".repeat(Math.max(0, width - displayWidth(text)));
  return align === "end" ? space + text : text + space;
}

/** Of the widest text. */
export function widthOf(texts: readonly string[]): number {
  return Math.max(0, ...texts.map(displayWidth));
}
