/** How a page is set: its lengths, and the styles of its texts. */
import type { Slide } from "../../domain/deck.ts";
import { measuresOf, type Measures } from "../measures.ts";
import { stylesOf, type Styles } from "./text-runs.ts";

export interface Setting {
  /** As a slide says it; undefined for the regular one. */
  readonly name: Slide["setting"];
  readonly measures: Measures;
  readonly styles: Styles;
}

const regular = setting(undefined);
const medium = setting("medium");
const large = setting("large");
const aside = setting("aside");

export const settings = { regular, medium, large, aside } as const;

/** What a slide may be set in where it leaves room, the largest first. */
export const larger = [aside, large, medium] as const;

/** Of a fitted slide. */
export function settingOf(slide: Pick<Slide, "setting">): Setting {
  return settings[slide.setting ?? "regular"];
}

function setting(name: Slide["setting"]): Setting {
  const measures = measuresOf[name ?? "regular"];
  return { name, measures, styles: stylesOf(measures) };
}
