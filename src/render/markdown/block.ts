/** The deck's blocks as Markdown for GitHub. */
import type {
  Block,
  CalloutBlock,
  Figure,
  Inline,
  ListItem,
  Row,
  TableBlock,
} from "../../domain/deck.ts";
import { lineStart } from "./escape.ts";
import { boldSpans, inlineMarkdown, inlineSpans, textMarkdown } from "./inline.ts";
import { proseMarkdown } from "./prose.ts";
import { type Bullet, freshBullet } from "./list.ts";
import { joinSpans, textSpan } from "./span.ts";
import { tableMarkdown } from "./table.ts";

/** The blocks with an empty line between them; what is blank is left out. */
export function blocksMarkdown(blocks: readonly Block[]): string {
  let markdown = "";
  for (const block of blocks) {
    const next = blockMarkdown(block, freshBullet(markdown));
    if (next !== "") markdown += markdown === "" ? next : `\n\n${next}`;
  }
  return markdown;
}

function blockMarkdown(block: Block, bullet: Bullet): string {
  switch (block.kind) {
    case "paragraph":
      return paragraph(block.inlines);
    case "heading":
      return heading(block.inlines);
    case "list":
      return list(block.items, bullet);
    case "table":
      return table(block);
    case "figures":
      return block.figures.map((figure) => `${bullet} ${figureMarkdown(figure)}`).join("\n");
    case "callout":
      return callout(block);
    case "chart":
      return lineStart(textMarkdown(block.description));
    case "prose":
      return proseMarkdown(block.markdown, bullet);
  }
}

function paragraph(inlines: readonly Inline[]): string {
  return lineStart(inlineMarkdown(inlines));
}

function heading(inlines: readonly Inline[]): string {
  const markdown = inlineMarkdown(inlines);
  return markdown === "" ? "" : `### ${markdown}`;
}

function list(items: readonly ListItem[], bullet: Bullet): string {
  return items.flatMap((item) => itemLines(item, bullet)).join("\n");
}

function itemLines(item: ListItem, bullet: Bullet): readonly string[] {
  const nested = (item.items ?? []).flatMap((inner) => itemLines(inner, bullet));
  return [`${bullet} ${paragraph(item.inlines)}`, ...nested.map((line) => `  ${line}`)];
}

function table(block: TableBlock): string {
  return tableMarkdown({
    head: block.columns.map((column) => textMarkdown(column.title)),
    aligns: block.columns.map((column) => column.align),
    rows: block.rows.map(rowMarkdown),
  });
}

function rowMarkdown({ cells, role = "normal" }: Row): readonly string[] {
  return cells.map((cell) =>
    role === "normal" ? inlineMarkdown(cell) : joinSpans(boldSpans(cell)).trim(),
  );
}

/** `label: **value** — note`: as a list the figures read well aloud too. */
function figureMarkdown({ label, value, note = [] }: Figure): string {
  const spans = [textSpan(`${label}: `), ...boldSpans(value)];
  const more = note.length === 0 ? [] : [textSpan(" — "), ...inlineSpans(note)];
  return lineStart(joinSpans([...spans, ...more]).trim());
}

/** GitHub's words for the four tones, shown with a sign and a color. */
const alerts: Readonly<Record<CalloutBlock["tone"], string>> = {
  info: "NOTE",
  good: "TIP",
  warning: "WARNING",
  bad: "CAUTION",
};

function callout(block: CalloutBlock): string {
  const markdown = paragraph(block.inlines);
  return markdown === "" ? "" : `> [!${alerts[block.tone]}]\n> ${markdown}`;
}
