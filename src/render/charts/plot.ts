/** What every kind of chart is: a drawing as wide as a slide's content and as high as it is told to be. */
import type { Svg } from "./svg.ts";

export interface Plot {
  /** Between these heights, in px, it reads well. */
  readonly least: number;
  readonly most: number;
  draw(height: number): readonly Svg[];
}

/** Distance of lines of labels. */
export const labelLine = 32;
/** No label is wider, in px. */
export const maxLabelWidth = 420;
/** From the top of a line of labels to its baseline. */
export const baseline = 24;
