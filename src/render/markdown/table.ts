/** Tables of GitHub Flavored Markdown. */
import { seam } from "./escape.ts";

/** A table of inline Markdown; every row has as many cells as the head. */
export interface MarkdownTable {
  readonly head: readonly string[];
  readonly aligns: readonly (keyof typeof rules | undefined)[];
  readonly rows: readonly (readonly string[])[];
}

const rules = {
  start: ":---",
  left: ":---",
  center: ":---:",
  end: "---:",
  right: "---:",
} as const;

export function tableMarkdown({ head, aligns, rows }: MarkdownTable): string {
  const rule = aligns.map((align) => (align === undefined ? "---" : rules[align]));
  return [head.map(cell), rule, ...rows.map((row) => row.map(cell))].map(line).join("\n");
}

function line(cells: readonly string[]): string {
  return `| ${cells.join(" | ")} |`;
}

/**
 * A bar in a cell needs a backslash, in code too. Where one stands there already, parsers disagree
 * on whether two backslashes and a bar end the cell: a seam keeps the two apart.
 */
function cell(markdown: string): string {
  return markdown.replace(/(\\*)\|/g, (_, slashes: string) =>
    slashes.length % 2 === 1 ? `${slashes}${seam}\\|` : `${slashes}\\|`,
  );
}
