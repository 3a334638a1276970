/** What stands on slides, as a test wants to look at it. */
import type { Block, Inline, ListItem, Slide } from "../../src/domain/deck.ts";

/** All inlines of a slide: of its title and of its blocks. */
export function inlinesOf({ title, blocks }: Slide): readonly Inline[] {
  return [...title, ...blocks.flatMap(blockInlines)];
}

function blockInlines(block: Block): readonly Inline[] {
  switch (block.kind) {
    case "paragraph":
    case "heading":
    case "callout":
      return block.inlines;
    case "list":
      return block.items.flatMap(itemInlines);
    case "table":
      return block.rows.flatMap(({ cells }) => cells.flat());
    case "figures":
      return block.figures.flatMap(({ value, note = [] }) => [...value, ...note]);
    case "chart":
    case "prose":
      return [];
    default:
      return block satisfies never;
  }
}

function itemInlines({ inlines, items = [] }: ListItem): readonly Inline[] {
  return [...inlines, ...items.flatMap(itemInlines)];
}

/** Inlines as a reader reads them. */
export function textOf(inlines: readonly Inline[]): string {
  return inlines.map((inline) => (inline.kind === "status" ? inline.word : inline.text)).join("");
}

/** A slide as lines: its title, then every block; tables and lists a line each row. */
export function linesOf({ title, blocks }: Slide): readonly string[] {
  return [textOf(title), ...blocks.flatMap(blockLines)];
}

function blockLines(block: Block): readonly string[] {
  switch (block.kind) {
    case "paragraph":
    case "heading":
    case "callout":
      return [textOf(block.inlines)];
    case "list":
      return block.items.map((item) => `- ${textOf(itemInlines(item))}`);
    case "table":
      return block.rows.map(({ cells }) => cells.map(textOf).join(" | "));
    case "figures":
      return [block.figures.map(({ label, value }) => `${label} ${textOf(value)}`).join(" · ")];
    case "chart":
      return [`chart: ${block.description}`];
    case "prose":
      return block.markdown.split("\n");
    default:
      return block satisfies never;
  }
}
