/** The head of a slide: its section and its title, one under the other. */
import type { Slide } from "../../domain/deck.ts";
import { measures } from "../measures.ts";
import { heightOf, paragraph, plain } from "./native-text.ts";
import type { NativeObject, Paragraph, TextObject } from "./native.ts";
import type { Page } from "./page.ts";
import { tracking } from "./style-sheet.ts";

/** In px. */
export function headHeight(slide: Slide, page: Page): number {
  return kickerHeight(slide, page) + titleHeight(slide, page);
}

/** From `top` on. */
export function headObjects(slide: Slide, page: Page, top: number): readonly NativeObject[] {
  const { palette, styles } = page;
  const line = { x: measures.marginX, width: page.measures.titleWidth };
  const over = kickerHeight(slide, page);
  const box = { ...line, y: top + over, height: titleHeight(slide, page) };
  const title = { ...textObject("Title", box, titleParagraph(slide, page)), isTitle: true };
  if (slide.kicker === undefined) return [title];
  const words = plain(slide.kicker, { style: styles.kicker, color: palette.accent, palette });
  return [textObject("Section", { ...line, y: top, height: over }, words), title];
}

function kickerHeight({ kicker }: Slide, { styles, measures: lengths }: Page): number {
  if (kicker === undefined) return 0;
  return heightOf([{ kind: "text", text: kicker }], styles.kicker, lengths.titleWidth);
}

function titleHeight(slide: Slide, { styles, measures: lengths }: Page): number {
  const title = [...slide.title, { kind: "text", text: partOf(slide) } as const];
  return heightOf(title, styles[slide.layout], lengths.titleWidth);
}

function textObject(name: string, box: TextObject["box"], text: Paragraph): TextObject {
  return { kind: "text", name, box, paragraphs: [text] };
}

function titleParagraph(slide: Slide, { styles, palette }: Page): Paragraph {
  const style = styles[slide.layout];
  const look = { style, tracking: tracking[slide.layout], color: palette.ink, palette };
  const title = paragraph(slide.title, { ...look, strongColor: palette.accent });
  if (slide.part === undefined) return title;
  return { ...title, runs: [...title.runs, { text: partOf(slide), color: palette.quiet }] };
}

/** ` (2/3)`; empty for a slide that is whole. */
function partOf({ part }: Slide): string {
  return part === undefined ? "" : ` (${part.number}/${part.of})`;
}
