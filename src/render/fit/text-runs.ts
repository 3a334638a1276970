/** Inlines as runs of text, set in one of the styles of a slide. */
import type { Inline } from "../../domain/deck.ts";
import { measures } from "../measures.ts";
import type { TextRun } from "./text-width.ts";

/** How a text is set: size and distance of its lines in px. */
export interface TextStyle {
  readonly size: number;
  readonly line: number;
  readonly isBold?: boolean;
}

export const styles = {
  kicker: { size: measures.textSize, line: measures.kickerLine, isBold: true },
  foot: { size: measures.smallSize, line: measures.footLine },
  text: { size: measures.textSize, line: measures.textLine },
  small: { size: measures.smallSize, line: measures.smallLine },
  heading: { size: measures.headingSize, line: measures.headingLine, isBold: true },
  cell: { size: measures.textSize, line: measures.cellLine },
  columnTitle: { size: measures.textSize, line: measures.cellLine, isBold: true },
  figure: { size: measures.figureSize, line: measures.figureLine, isBold: true },
  content: { size: measures.titleSize, line: measures.titleLine, isBold: true },
  statement: { size: measures.statementSize, line: measures.statementLine, isBold: true },
  title: { size: measures.coverSize, line: measures.coverLine, isBold: true },
} as const satisfies Record<string, TextStyle>;

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
