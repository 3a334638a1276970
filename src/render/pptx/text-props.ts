/** Native texts and lines as pptxgenjs takes them. */
import type { Box, Bullet, LineObject, Paragraph, Run, TextObject } from "./native.ts";
import { codeScale, lengths } from "./style-sheet.ts";
import { inch, inches, points } from "./units.ts";

/** Fonts that every office suite has, or a font of the same widths: fitting counts on that. */
export const fonts = { text: "Arial", code: "Courier New" } as const;

export function shapeProps({ name, box, shape, corners, fill, outline }: TextObject) {
  const line = outline && { color: outline.color, width: points(outline.width) };
  return {
    ...inches(box),
    objectName: name,
    ...(fill === undefined ? {} : { fill: { color: fill } }),
    ...(line === undefined ? {} : { line }),
    ...(shape === "roundRect" ? { rectRadius: radius(box) } : {}),
    ...(corners === undefined ? {} : { points: outlineOf(corners) }),
  };
}

function outlineOf(corners: NonNullable<TextObject["corners"]>) {
  const points = corners.map(({ x, y }, index) => {
    return { x: inch(x), y: inch(y), ...(index === 0 ? { moveTo: true } : {}) };
  });
  return [...points, { close: true as const }];
}

/** In inches; what is low is round at its ends. */
function radius({ width, height }: Box): number {
  return inch(Math.min(lengths.cornerRadius, width / 2, height / 2));
}

/** What a shape with a text has beside `shapeProps`. */
export function textBoxProps(text: TextObject) {
  const { padding, anchor = "top" as const, isUpright, isSingleLine, isTitle } = text;
  const { x, y, left = x } = padding ?? { x: 0, y: 0 };
  return {
    // Left, right, bottom, top: in this order whatever the documentation says.
    margin: [points(left), points(x), points(y), points(y)] as [number, number, number, number],
    wrap: isSingleLine !== true,
    valign: anchor,
    ...(isUpright === true ? ({ vert: "vert270" } as const) : {}),
    ...(isTitle === true ? { placeholder: "title" } : {}),
  };
}

export function lineProps(line: LineObject) {
  const { name, box, color, width, isRising = false, isDashed = false } = line;
  return {
    ...inches(box),
    objectName: name,
    line: { color, width: points(width), ...(isDashed ? { dashType: "dash" as const } : {}) },
    ...(isRising ? { flipV: true } : {}),
  };
}

/** The runs of a paragraph, of which the last ends it. */
export function textProps(paragraph: Paragraph) {
  const { runs, size, bullet, tracking } = paragraph;
  const common = paragraphProps(paragraph);
  const filled = runs
    .flatMap(afterLink)
    .flatMap(breakable)
    .filter(({ text }) => text !== "");
  const shown = filled.length === 0 ? [emptyRun] : filled;
  return shown.map((run, index) => ({
    text: run.text,
    options: {
      ...common,
      ...runProps(run, size),
      ...(tracking === undefined ? {} : { charSpacing: points(tracking) }),
      ...(index === 0 && bullet !== undefined ? { bullet: bulletProps(bullet) } : {}),
      breakLine: index === shown.length - 1,
    },
  }));
}

/** The space after a link has its color: LibreOffice gives that of what follows to the link's end. */
function afterLink(run: Run, index: number, runs: readonly Run[]): readonly Run[] {
  const before = runs[index - 1];
  if (before?.link === undefined || run.link !== undefined || !run.text.startsWith(" "))
    return [run];
  return [
    { text: " ", color: before.color },
    { ...run, text: run.text.slice(1) },
  ];
}

/** A link as one for each of its words: LibreOffice breaks no line inside a link, and then none fits. */
function breakable(run: Run): readonly Run[] {
  if (run.link === undefined) return [run];
  return (run.text.match(/\S+\s*|\s+/g) ?? []).map((text) => ({ ...run, text }));
}

/** A paragraph without text has one all the same, which makes it as high as a line. */
const emptyRun: Run = { text: "", color: "000000" };

function paragraphProps({ line, align, gapBefore, bullet }: Paragraph) {
  return {
    lineSpacing: points(line),
    ...(align === undefined ? {} : { align }),
    ...(gapBefore === undefined ? {} : { paraSpaceBefore: points(gapBefore) }),
    ...(bullet === undefined ? {} : { indentLevel: bullet.level }),
  };
}

function runProps({ color, isBold, isCode, link }: Run, size: number) {
  return {
    color,
    fontSize: points(isCode === true ? size * codeScale : size),
    ...(isBold === true ? { bold: true } : {}),
    ...(isCode === true ? { fontFace: fonts.code } : {}),
    ...(link === undefined ? {} : linkProps(link)),
  };
}

function linkProps({ url, underline: style, color }: NonNullable<Run["link"]>) {
  return { hyperlink: { url }, underline: { style, color } };
}

function bulletProps({ level, indent, first }: Bullet) {
  if (first === undefined) {
    return { characterCode: level === 0 ? "2022" : "2013", indent: points(indent) };
  }
  return { type: "number" as const, numberStartAt: first, indent: points(indent) };
}
