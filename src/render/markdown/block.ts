/** The deck's blocks as Markdown for GitHub. */
import type {
  Block,
  CalloutBlock,
  ChartBlock,
  Figure,
  Inline,
  ListItem,
} from "../../domain/deck.ts";
import { textChart } from "../text/text-chart.ts";
import { fencedCode } from "./code.ts";
import { details } from "./details.ts";
import { lineStart } from "./escape.ts";
import { boldSpans, headingMarkdown, inlineMarkdown, inlineSpans, textMarkdown } from "./inline.ts";
import { type Bullet, freshBullet } from "./list.ts";
import { proseMarkdown } from "./prose.ts";
import type { AddressList } from "../address-list.ts";
import { joinSpans, textSpan } from "./span.ts";
import { tableBlock } from "./table-block.ts";

/** Where blocks stand. */
export interface Place {
  readonly sources: AddressList;
  /** Of a heading among them: the level below what they stand under. */
  readonly level: number;
  /** Inside something that is folded away nothing else is. */
  readonly isFolded: boolean;
}

/** The blocks with an empty line between them; what is blank is left out. */
export function blocksMarkdown(place: Place, blocks: readonly Block[]): string {
  let markdown = "";
  for (const block of blocks) {
    const next = blockMarkdown({ ...place, bullet: freshBullet(markdown) }, block);
    if (next !== "") markdown += markdown === "" ? next : `\n\n${next}`;
  }
  return markdown;
}

interface Context extends Place {
  /** For a list that this block begins with. */
  readonly bullet: Bullet;
}

function blockMarkdown(context: Context, block: Block): string {
  const { sources, bullet } = context;
  switch (block.kind) {
    case "paragraph":
      return paragraph(sources, block.inlines);
    case "heading":
      return heading(context, block.inlines);
    case "list":
      return list(context, block.items);
    case "table":
      return tableBlock(context, block);
    case "figures":
      return block.figures.map((figure) => `${bullet} ${figureLine(sources, figure)}`).join("\n");
    case "callout":
      return callout(sources, block);
    case "chart":
      return chart(block);
    case "prose":
      return proseMarkdown(sources, block.markdown, bullet);
    default:
      return block satisfies never;
  }
}

function paragraph(sources: AddressList, inlines: readonly Inline[]): string {
  return lineStart(inlineMarkdown(sources, inlines));
}

function heading({ sources, level }: Context, inlines: readonly Inline[]): string {
  const markdown = headingMarkdown(sources, inlines);
  return markdown === "" ? "" : `${"#".repeat(level)} ${markdown}`;
}

/** More would stand between a reader and what comes next. */
const mostItems = 12;

function list(context: Context, items: readonly ListItem[]): string {
  const shown = context.isFolded ? items : items.slice(0, mostItems);
  const rest = items.slice(shown.length);
  const lines = (some: readonly ListItem[]) =>
    some.flatMap((item) => itemLines(context, item)).join("\n");
  if (rest.length === 0) return lines(shown);
  return `${lines(shown)}\n\n${details(`${rest.length} more`, lines(rest))}`;
}

function itemLines(context: Context, { inlines, items = [] }: ListItem): readonly string[] {
  const nested = items.flatMap((inner) => itemLines(context, inner));
  const own = `${context.bullet} ${paragraph(context.sources, inlines)}`;
  return [own, ...nested.map((line) => `  ${line}`)];
}

/** Lines of text, which a mail shows as GitHub does. */
function chart({ chart: drawn, description }: ChartBlock): string {
  const { title, lines } = textChart(drawn);
  if (lines.length === 0) return lineStart(textMarkdown(description));
  const parts = [lineStart(textMarkdown(title)), fencedCode(lines.join("\n"), "text")];
  return parts.filter((part) => part !== "").join("\n\n");
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
