/** What everything on a slide is set with: its lengths, the styles of its texts, its colors. */
import type { Setting } from "../fit/setting.ts";
import type { Palette } from "./palette.ts";

export interface Page extends Setting {
  readonly palette: Palette;
}
