/** The whole presentation as native objects: a pure function of the fitted deck and the theme's colors. */
import type { Deck, Slide } from "../../domain/deck.ts";
import { inlineText } from "../fit/text-runs.ts";
import { measures } from "../measures.ts";
import type { Box, NativeObject } from "./native.ts";
import type { Palette, Palettes } from "./palette.ts";
import { slideObjects } from "./slide-objects.ts";

export interface NativeDeck {
  readonly title: string;
  readonly language: string;
  /** The colors that whoever edits it is offered. */
  readonly palette: Palette;
  readonly layouts: readonly Layout[];
  readonly footer: FootText;
  /** Where slides are numbered. */
  readonly page: Omit<FootText, "text">;
  readonly slides: readonly NativeSlide[];
}

/** What slides have in common, and where an added slide takes its look from. */
export interface Layout {
  readonly name: LayoutName;
  readonly paper: string;
  readonly hasFoot: boolean;
}

type LayoutName = "Cover" | "Page";

export interface FootText {
  readonly text: string;
  readonly box: Box;
  readonly color: string;
  readonly size: number;
}

export interface NativeSlide {
  readonly layout: LayoutName;
  readonly objects: readonly NativeObject[];
  /** What the speaker may say, a paragraph each. */
  readonly notes: readonly string[];
}

export function nativeDeck(deck: Deck, palettes: Palettes): NativeDeck {
  const { marginX, slideWidth, slideHeight, marginBottom, footLine, pageNumberWidth } = measures;
  const foot = { y: slideHeight - marginBottom - footLine, height: footLine };
  const font = { color: palettes.page.quiet, size: measures.smallSize };
  const pageX = slideWidth - marginX - pageNumberWidth;
  return {
    title: deck.title,
    language: deck.language,
    palette: palettes.page,
    layouts: [
      { name: "Cover", paper: palettes.cover.paper, hasFoot: false },
      { name: "Page", paper: palettes.page.paper, hasFoot: true },
    ],
    footer: { text: deck.footer, box: { ...foot, x: marginX, width: pageX - marginX }, ...font },
    page: { box: { ...foot, x: pageX, width: pageNumberWidth }, ...font },
    slides: deck.slides.map((slide) => nativeSlide(slide, palettes)),
  };
}

function nativeSlide(slide: Slide, { cover, page }: Palettes): NativeSlide {
  const [layout, palette] =
    slide.layout === "title" ? (["Cover", cover] as const) : (["Page", page] as const);
  const notes = (slide.notes ?? []).map((inlines) => inlines.map(inlineText).join(""));
  return { layout, objects: slideObjects(slide, palette), notes };
}
