/** All that is read on slides, to be compared: a text that was cut is another one. */
import type { Block, Inline, ListItem, Slide } from "../../domain/deck.ts";
import { inlineText } from "./text-runs.ts";

export function wordsOf(slides: readonly Slide[]): string {
  return slides.flatMap(slideWords).join("\n");
}

function slideWords({ kicker = "", title, blocks }: Slide): readonly string[] {
  return [kicker, textOf(title), ...blocks.flatMap(blockWords)];
}

function blockWords(block: Block): readonly string[] {
  switch (block.kind) {
    case "paragraph":
    case "heading":
    case "callout":
      return [textOf(block.inlines)];
    case "list":
      return block.items.flatMap(itemWords);
    case "table":
      return [
        ...block.columns.map(({ title }) => title),
        ...block.rows.flatMap(({ cells }) => cells.map(textOf)),
      ];
    case "figures":
      return block.figures.flatMap(({ label, value, note = [] }) => [
        label,
        textOf(value),
        textOf(note),
      ]);
    case "chart":
      return [block.chart.title];
    case "prose":
      return [block.markdown];
    default:
      return block satisfies never;
  }
}

function itemWords({ inlines, items = [] }: ListItem): readonly string[] {
  return [textOf(inlines), ...items.flatMap(itemWords)];
}

function textOf(inlines: readonly Inline[]): string {
  return inlines.map(inlineText).join("");
}
