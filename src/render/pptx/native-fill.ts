/** How the parts of a native chart look, in the colors of the theme. */
import type { Fill } from "../charts/fill.ts";
import { styles } from "../fit/text-runs.ts";
import type { ChartObject, SeriesFill } from "./native.ts";
import type { Palette } from "./palette.ts";

export function nativeFill({ tone, pattern }: Fill, palette: Palette): SeriesFill {
  return { solid: palette[tone], tint: palette[`${tone}-tint`], pattern };
}

export function chartLabel(palette: Palette): ChartObject["label"] {
  const { ink, paper } = palette;
  return { size: styles.text.size, color: ink, onSolid: palette["on-solid"], paper };
}
