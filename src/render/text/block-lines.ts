/** The deck's blocks as lines of plain text. */
import type { Block, CalloutBlock, ChartBlock, Figure, ListItem } from "../../domain/deck.ts";
import type { AddressList } from "../address-list.ts";
import { inColumns, widthOf } from "./columns.ts";
import { inlineText } from "./inline-text.ts";
import { tableLines } from "./table-lines.ts";
import { textChart } from "./text-chart.ts";
import { wrap } from "./wrap.ts";

export interface TextContext {
  readonly addresses: AddressList;
  /** Columns of a line. */
  readonly columns: number;
}

/** No lines for a block that is blank. Prose was read before: it is other blocks by now. */
export function blockLines(context: TextContext, block: Block): readonly string[] {
  const { addresses, columns } = context;
  switch (block.kind) {
    case "paragraph":
    case "heading":
      return lines(inlineText(addresses, block.inlines), columns);
    case "list":
      return block.items.flatMap((item, index) =>
        itemLines(context, item, { bullet: bulletOf(block.first, index), indent: 0 }),
      );
    case "table":
      return tableLines(addresses, block, columns);
    case "figures":
      return figureLines(context, block.figures);
    case "callout":
      return calloutLines(context, block);
    case "chart":
      return chartLines(context, block);
    case "prose":
      throw new Error("prose is read before it is written");
    default:
      return block satisfies never;
  }
}

function lines(text: string, columns: number, lead = ""): readonly string[] {
  return text === "" ? [] : wrap(text, { columns, lead });
}

function bulletOf(first: number | undefined, index: number): string {
  return first === undefined ? "• " : `${first + index}. `;
}

/** Deeper lists move no further to the right: half of the line is for their text. */
const mostIndent = 36;

function itemLines(
  context: TextContext,
  { inlines, items = [] }: ListItem,
  { bullet, indent }: { readonly bullet: string; readonly indent: number },
): readonly string[] {
  const lead = " ".repeat(Math.min(indent, mostIndent)) + bullet;
  const inner = { bullet: "• ", indent: indent + bullet.length };
  return [
    ...lines(inlineText(context.addresses, inlines), context.columns, lead),
    ...items.flatMap((item) => itemLines(context, item, inner)),
  ];
}

/** So that a value has most of the line. */
const mostLabelColumns = 24;

function figureLines(
  { addresses, columns }: TextContext,
  figures: readonly Figure[],
): readonly string[] {
  const width = Math.min(mostLabelColumns, widthOf(figures.map(({ label }) => label)));
  const pair = [
    { width, align: "start" },
    { width: columns - width - 2, align: "start" },
  ] as const;
  return figures.flatMap(({ label, value, note = [] }) => {
    const said = [inlineText(addresses, value), inlineText(addresses, note)];
    return inColumns([label, said.filter((text) => text !== "").join(": ")], pair);
  });
}

const words: Readonly<Record<CalloutBlock["tone"], string>> = {
  info: "Note: ",
  good: "Good: ",
  warning: "Warning: ",
  bad: "Attention: ",
};

function calloutLines({ addresses, columns }: TextContext, block: CalloutBlock) {
  const text = inlineText(addresses, block.inlines);
  return text === "" ? [] : wrap(words[block.tone] + text, { columns });
}

function chartLines({ columns }: TextContext, block: ChartBlock): readonly string[] {
  const { title, lines: drawn } = textChart(block.chart);
  return drawn.length === 0
    ? lines(block.description, columns)
    : [...lines(title, columns), ...drawn];
}
