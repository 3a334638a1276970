/** The whole presentation as native objects: a pure function of the fitted deck and the theme's colors. */
import type { Deck, Picture, Slide } from "../../domain/deck.ts";
import { inlineText } from "../fit/text-runs.ts";
import { measures } from "../measures.ts";
import { logoPlaces, type LogoPlace } from "./logo-places.ts";
import type { Box, NativeObject } from "./native.ts";
import type { Palette, Palettes } from "./palette.ts";
import { slideObjects } from "./slide-objects.ts";
import { lengths } from "./style-sheet.ts";

export interface NativeDeck {
  readonly title: string;
  readonly language: string;
  /** The colors that whoever edits it is offered. */
  readonly palette: Palette;
  readonly layouts: readonly Layout[];
  readonly logo: Picture | undefined;
  readonly footer: FootText;
  /** Where slides are numbered. */
  readonly page: Omit<FootText, "text">;
  readonly slides: readonly NativeSlide[];
}

/** What slides have in common, and where an added slide takes its look from. */
export interface Layout {
  readonly name: LayoutName;
  readonly paper: string;
  /** The color of footer and number; undefined where it has none. */
  readonly foot: string | undefined;
  /** Where the logo stands, and the plate that it stands on. */
  readonly logo: LogoPlace | undefined;
  /** What a cover has in the place of a logo. */
  readonly bar: Bar | undefined;
}

type LayoutName = "Cover" | "Page" | "Statement";

interface Bar {
  readonly box: Box;
  readonly color: string;
}

export interface FootText {
  readonly text: string;
  readonly box: Box;
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
  const size = measures.smallSize;
  const pageX = slideWidth - marginX - pageNumberWidth;
  const logo = deck.logo && logoPlaces(deck.logo, foot);
  const footerX = logo === undefined ? marginX : logo.foot.plate.x + logo.foot.plate.width + gap;
  return {
    title: deck.title,
    language: deck.language,
    palette: palettes.page,
    layouts: [
      {
        name: "Cover",
        paper: palettes.cover.paper,
        foot: undefined,
        logo: logo?.cover,
        bar: logo === undefined ? coverBar(palettes.cover.accent) : undefined,
      },
      { name: "Statement", ...layoutOf(palettes.cover), logo: logo?.foot },
      { name: "Page", ...layoutOf(palettes.page), logo: logo?.foot },
    ],
    logo: deck.logo,
    footer: { text: deck.footer, box: { ...foot, x: footerX, width: pageX - footerX }, size },
    page: { box: { ...foot, x: pageX, width: pageNumberWidth }, size },
    slides: deck.slides.map((slide) => nativeSlide(slide, palettes)),
  };
}

/** Between the logo and what stands beside it. */
const gap = 16;

function layoutOf({ paper, quiet }: Palette) {
  return { paper, foot: quiet, bar: undefined };
}

function coverBar(color: string): Bar {
  const { marginX, marginTop } = measures;
  const { coverBarWidth: width, coverBarHeight: height } = lengths;
  return { box: { x: marginX, y: marginTop, width, height }, color };
}

const layoutNames = { title: "Cover", statement: "Statement", content: "Page" } as const;

function nativeSlide(slide: Slide, { cover, page }: Palettes): NativeSlide {
  const layout = layoutNames[slide.layout];
  const palette = layout === "Page" ? page : cover;
  const notes = (slide.notes ?? []).map((inlines) => inlines.map(inlineText).join(""));
  return { layout, objects: slideObjects(slide, palette), notes };
}
