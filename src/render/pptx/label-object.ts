/** A label of a chart: one line of native text. */
import { styles } from "../fit/text-runs.ts";
import { labelLine } from "../charts/plot.ts";
import { plain } from "./native-text.ts";
import type { Align, Box, TextObject } from "./native.ts";
import type { Palette } from "./palette.ts";

export interface Label {
  readonly text: string;
  readonly at: Pick<Box, "x" | "y" | "width">;
  readonly align: Align;
  readonly isBold?: boolean;
  readonly color: string;
  /** Where lines may pass behind it. */
  readonly isOnPatch?: boolean;
}

export function labelObject(label: Label, palette: Palette): TextObject {
  const { text, at, align, isBold = false, color, isOnPatch = false } = label;
  const style = { ...styles.text, line: labelLine, isBold };
  return {
    kind: "text",
    name: text,
    box: { ...at, height: labelLine },
    isSingleLine: true,
    ...(isOnPatch ? { fill: palette.paper } : {}),
    paragraphs: [plain(text, { style, color, palette, align })],
  };
}
