/** A fitted slide as native objects: head and blocks, one under the other where the page has them. */
import type { Block, Slide } from "../../domain/deck.ts";
import { styles } from "../fit/text-runs.ts";
import { contentWidth, measures } from "../measures.ts";
import { blockHeight, blockObjects } from "./block-objects.ts";
import { heightOf, paragraph, plain } from "./native-text.ts";
import type { NativeObject, Paragraph, TextObject } from "./native.ts";
import type { Palette } from "./palette.ts";
import { lengths, tracking } from "./style-sheet.ts";

export function slideObjects(slide: Slide, palette: Palette): readonly NativeObject[] {
  const { kicker, blocks } = slide;
  const title = titleParagraph(slide, palette);
  const kickerHeight = kicker === undefined ? 0 : measures.kickerLine;
  const titleHeight = heightOf([...slide.title, partOf(slide)], styles[slide.layout], contentWidth);
  const headHeight = kickerHeight + titleHeight + measures.titleGap;
  const top = topOf(slide, headHeight + bodyHeight(blocks));
  const line = { x: measures.marginX, width: contentWidth };
  const objects: NativeObject[] = slide.layout === "title" ? [coverBar(palette)] : [];
  if (kicker !== undefined) {
    const words = plain(kicker, { style: styles.kicker, color: palette.accent, palette });
    objects.push(textObject("Section", { ...line, y: top, height: kickerHeight }, words));
  }
  const titleBox = { ...line, y: top + kickerHeight, height: titleHeight };
  objects.push({ ...textObject("Title", titleBox, title), isTitle: true });
  return [...objects, ...bodyObjects(slide, top + headHeight, palette)];
}

function textObject(name: string, box: TextObject["box"], text: Paragraph): TextObject {
  return { kind: "text", name, box, paragraphs: [text] };
}

/** A cover stands at the bottom of its page, a statement in the middle, all else at the top. */
function topOf({ layout }: Slide, height: number): number {
  const foot = measures.marginBottom + measures.footGap + measures.footLine;
  switch (layout) {
    case "title":
      return measures.slideHeight - foot - height;
    case "statement":
      return (measures.slideHeight + measures.marginTop - measures.marginBottom - height) / 2;
    case "content":
      return measures.marginTop;
    default:
      return layout satisfies never;
  }
}

function titleParagraph(slide: Slide, palette: Palette): Paragraph {
  const style = styles[slide.layout];
  const look = { style, tracking: tracking[slide.layout], color: palette.ink, palette };
  const title = paragraph(slide.title, { ...look, strongColor: palette.accent });
  if (slide.part === undefined) return title;
  const part = { text: partOf(slide).text, color: palette.quiet };
  return { ...title, runs: [...title.runs, part] };
}

/** ` (2/3)`; empty for a slide that is whole. */
function partOf({ part }: Slide) {
  const text = part === undefined ? "" : ` (${part.number}/${part.of})`;
  return { kind: "text", text } as const;
}

/** What stands over the text of a cover. */
function coverBar(palette: Palette): NativeObject {
  return {
    kind: "text",
    name: "Bar",
    shape: "rect",
    fill: palette.accent,
    box: {
      x: measures.marginX,
      y: measures.marginTop,
      width: lengths.coverBarWidth,
      height: lengths.coverBarHeight,
    },
    paragraphs: [],
  };
}

function bodyHeight(blocks: readonly Block[]): number {
  const gaps = blocks.slice(0, -1).map(gapAfter);
  return [...blocks.map(blockHeight), ...gaps].reduce((sum, height) => sum + height, 0);
}

function bodyObjects(
  { blocks, layout }: Slide,
  top: number,
  palette: Palette,
): readonly NativeObject[] {
  let y = top;
  // What stands under the first words of a cover is quiet.
  const under = layout === "title" ? { ...palette, ink: palette.quiet } : palette;
  return blocks.flatMap((block, index) => {
    const height = blockHeight(block);
    const box = { x: measures.marginX, y, width: contentWidth, height };
    y += height + gapAfter(block);
    return blockObjects(block, box, index === 0 ? palette : under);
  });
}

function gapAfter({ kind }: Block): number {
  return kind === "heading" ? measures.headingGap : measures.blockGap;
}
