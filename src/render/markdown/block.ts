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
import { type Bullet, freshBullet } from "./list.ts";
import { proseMarkdown } from "./prose.ts";
import type { AddressList } from "../address-list.ts";
import { joinSpans, textSpan } from "./span.ts";
import { tableMarkdown } from "./table.ts";

/** The blocks with an empty line between them; what is blank is left out. */
export function blocksMarkdown(sources: AddressList, blocks: readonly Block[]): string {
  let markdown = "";
  for (const block of blocks) {
    const next = blockMarkdown({ sources, bullet: freshBullet(markdown) }, block);
    if (next !== "") markdown += markdown === "" ? next : `\n\n${next}`;
  }
  return markdown;
}

interface Context {
  readonly sources: AddressList;
  /** For a list that this block begins with. */
  readonly bullet: Bullet;
}

function blockMarkdown(context: Context, block: Block): string {
  const { sources, bullet } = context;
  switch (block.kind) {
    case "paragraph":
      return paragraph(sources, block.inlines);
    case "heading":
      return heading(sources, block.inlines);
    case "list":
      return block.items.flatMap((item) => itemLines(context, item)).join("\n");
    case "table":
      return table(sources, block);
    case "figures":
      return block.figures.map((figure) => `${bullet} ${figureLine(sources, figure)}`).join("\n");
    case "callout":
      return callout(sources, block);
    case "chart":
      return lineStart(textMarkdown(block.description));
    case "prose":
      return proseMarkdown(block.markdown, bullet);
    default:
      return block satisfies never;
  }
}

function paragraph(sources: AddressList, inlines: readonly Inline[]): string {
  return lineStart(inlineMarkdown(sources, inlines));
}

function heading(sources: AddressList, inlines: readonly Inline[]): string {
  const markdown = inlineMarkdown(sources, inlines);
  return markdown === "" ? "" : `### ${markdown}`;
}

function itemLines(context: Context, { inlines, items = [] }: ListItem): readonly string[] {
  const nested = items.flatMap((inner) => itemLines(context, inner));
  const own = `${context.bullet} ${paragraph(context.sources, inlines)}`;
  return [own, ...nested.map((line) => `  ${line}`)];
}

function table(sources: AddressList, { columns, rows }: TableBlock): string {
  return tableMarkdown({
    head: columns.map(({ title }) => textMarkdown(title)),
    aligns: columns.map(({ align }) => align),
    rows: rows.map((row) => rowCells(sources, row)),
  });
}

function rowCells(sources: AddressList, { cells, role = "normal" }: Row): readonly string[] {
  const spans = role === "normal" ? inlineSpans : boldSpans;
  return cells.map((cell) => joinSpans(spans(sources, cell)).trim());
}

/** `label: **value** — note`: as a list the figures read well aloud too. */
function figureLine(sources: AddressList, { label, value, note = [] }: Figure): string {
  const spans = [textSpan(`${label}: `), ...boldSpans(sources, value)];
  const more = note.length === 0 ? [] : [textSpan(" — "), ...inlineSpans(sources, note)];
  return lineStart(joinSpans([...spans, ...more]).trim());
}

/** GitHub's words for the four tones, shown with a sign and a color. */
const alerts: Readonly<Record<CalloutBlock["tone"], string>> = {
  info: "NOTE",
  good: "TIP",
  warning: "WARNING",
  bad: "CAUTION",
};

function callout(sources: AddressList, block: CalloutBlock): string {
  const markdown = paragraph(sources, block.inlines);
  return markdown === "" ? "" : `> [!${alerts[block.tone]}]\n> ${markdown}`;
}
