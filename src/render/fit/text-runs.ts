/** Inlines as runs of text, set in one of the styles of a slide. */
import type { Inline } from "../../domain/deck.ts";
import { measures, type Measures } from "../measures.ts";
import type { TextRun } from "./text-width.ts";

/** How a text is set: size and distance of its lines in px. */
export interface TextStyle {
  readonly size: number;
  readonly line: number;
  readonly isBold?: boolean;
}

/** The styles of texts by what they are for. */
export type Styles = ReturnType<typeof stylesOf>;

export function stylesOf(lengths: Measures) {
  return {
    kicker: { size: lengths.labelSize, line: lengths.kickerLine, isBold: true },
    foot: { size: lengths.smallSize, line: lengths.footLine },
    text: { size: lengths.textSize, line: lengths.textLine },
    small: { size: lengths.smallSize, line: lengths.smallLine },
    heading: { size: lengths.headingSize, line: lengths.headingLine, isBold: true },
    cell: { size: lengths.cellSize, line: lengths.cellLine },
    columnTitle: { size: lengths.cellSize, line: lengths.cellLine, isBold: true },
    figure: { size: lengths.figureSize, line: lengths.figureLine, isBold: true },
    caption: { size: lengths.labelSize, line: lengths.captionLine },
    content: { size: lengths.titleSize, line: lengths.titleLine, isBold: true },
    statement: { size: lengths.statementSize, line: lengths.statementLine, isBold: true },
    title: { size: lengths.coverSize, line: lengths.coverLine, isBold: true },
  } as const satisfies Record<string, TextStyle>;
}

/** Of a page in regular size. */
export const styles = stylesOf(measures);
/** What stands before a status: its shape and a space, in sizes of the text. */
const shapeWidth = 1.2;

export function textRuns(inlines: readonly Inline[], style: TextStyle): readonly TextRun[] {
  return inlines.map((inline) => textRun(inline, style));
}

/** What is read of an inline. */
export function inlineText(inline: Inline): string {
  return inline.kind === "status" ? inline.word : inline.text;
}

function textRun(inline: Inline, { size, isBold = false }: TextStyle): TextRun {
  const face = isBold ? "semibold" : "regular";
  const run = { text: inlineText(inline), size, face, lead: 0 } as const;
  switch (inline.kind) {
    case "text":
    case "link":
    case "number":
      return run;
    case "strong":
      return { ...run, face: "semibold" };
    case "code":
      return { ...run, face: "mono" };
    case "status":
      return { ...run, face: "semibold", lead: shapeWidth * size };
    default:
      return inline satisfies never;
  }
}
