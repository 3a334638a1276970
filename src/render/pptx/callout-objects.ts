/** A callout: a tinted panel with its text, and the sign of its tone. */
import type { CalloutBlock } from "../../domain/deck.ts";
import { paragraph, plain } from "./native-text.ts";
import type { Box, NativeObject, TextObject } from "./native.ts";
import type { Page } from "./page.ts";
import type { Palette } from "./palette.ts";
import { lengths } from "./style-sheet.ts";

const looks = {
  info: { shape: "roundRect", text: "i", color: "progress", tint: "progress-tint" },
  good: { shape: "ellipse", text: "✓", color: "good", tint: "good-tint" },
  warning: { shape: "triangle", text: "!", color: "warning", tint: "warning-tint" },
  bad: { shape: "octagon", text: "×", color: "bad", tint: "bad-tint" },
} as const satisfies Record<
  CalloutBlock["tone"],
  {
    readonly shape: TextObject["shape"];
    readonly text: string;
    readonly color: keyof Palette;
    readonly tint: keyof Palette;
  }
>;

export function calloutObjects(
  { tone, inlines }: CalloutBlock,
  box: Box,
  page: Page,
): readonly NativeObject[] {
  const { measures, styles, palette } = page;
  const padding = { x: measures.calloutPadX, y: measures.calloutPadY };
  const panel: NativeObject = {
    kind: "text",
    name: `Callout: ${tone}`,
    shape: "roundRect",
    box,
    fill: palette[looks[tone].tint],
    padding: { ...padding, left: padding.x + measures.calloutMark },
    paragraphs: [
      paragraph(inlines, { style: styles.text, color: palette.ink, palette, isSigned: true }),
    ],
  };
  return [panel, signObject(tone, { x: box.x + padding.x, y: box.y + padding.y }, page)];
}

/** In the middle of the text's first line, whose top is at `y`. */
function signObject(
  tone: CalloutBlock["tone"],
  { x, y }: Pick<Box, "x" | "y">,
  { measures, palette }: Page,
): NativeObject {
  const { shape, text, color } = looks[tone];
  const size = lengths.signSize;
  const style = { size: size * 0.6, line: size * 0.7, isBold: true };
  const look = { style, color: palette["on-solid"], palette, align: "center" } as const;
  return {
    kind: "text",
    name: `Sign: ${tone}`,
    shape,
    fill: palette[color],
    box: { x, y: y + (measures.textLine - size) / 2, width: size, height: size },
    anchor: "middle",
    isSingleLine: true,
    paragraphs: [plain(text, look)],
  };
}
