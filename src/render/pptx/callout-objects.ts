/** A callout: a tinted panel with its text, and the sign of its tone. */
import type { CalloutBlock } from "../../domain/deck.ts";
import { styles } from "../fit/text-runs.ts";
import { contentWidth, measures } from "../measures.ts";
import { paragraph, plain } from "./native-text.ts";
import type { Box, NativeObject, TextObject } from "./native.ts";
import type { Palette } from "./palette.ts";

/** Size of the sign in px. */
const sign = 26;

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
  palette: Palette,
): readonly NativeObject[] {
  const look = looks[tone];
  const text = paragraph(inlines, { style: styles.text, color: palette.ink, palette });
  const x = measures.calloutPadX;
  const y = measures.calloutPadY;
  const signStyle = { size: sign * 0.6, line: sign * 0.7, isBold: true };
  const signText = plain(look.text, {
    style: signStyle,
    color: palette["on-solid"],
    palette,
    align: "center",
  });
  return [
    {
      kind: "text",
      name: `Callout: ${tone}`,
      shape: "roundRect",
      box: { ...box, width: contentWidth },
      fill: palette[look.tint],
      padding: { x, y, left: x + measures.calloutMark },
      paragraphs: [text],
    },
    {
      kind: "text",
      name: `Sign: ${tone}`,
      shape: look.shape,
      fill: palette[look.color],
      box: {
        x: box.x + x,
        y: box.y + y + (measures.textLine - sign) / 2,
        width: sign,
        height: sign,
      },
      padding: { x: 0, y: (sign - signStyle.line) / 2 + (tone === "warning" ? 3 : 0) },
      paragraphs: [signText],
    },
  ];
}
