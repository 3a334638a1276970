/**
 * Parts slides so that each fits its page of 1280 × 720: nothing is clipped, and nothing is smaller than
 * the regular size. What leaves room is set a step larger.
 */
import type { Deck, Slide, TextInline } from "../../domain/deck.ts";
import { contentWidth, measures } from "../measures.ts";
import { joinedBlocks } from "./joined-blocks.ts";
import { paginate } from "./paginate.ts";
import { stackHeight } from "./piece.ts";
import { pieces } from "./pieces.ts";
import { settings, type Setting } from "./setting.ts";
import { shorten, shortText, textHeight } from "./shorten.ts";
import { styles } from "./text-runs.ts";
import { wordsOf } from "./words.ts";

/** How many lines a title may take; what is longer ends in "…". */
const titleLines = { title: 3, content: 2, statement: 3, aside: 6 };
const asideKickerLines = 4;

/** In px, what a larger setting leaves free over the foot. */
const roomyAir = 16;

/** What takes more pages than this is not tried in a larger size. */
const maxEnlarged = 3;

/** Stands in for the longest part number while it is not yet known how many parts there are. */
const partMark = { kind: "text", text: " (99/99)" } as const;

/**
 * The same deck with one slide a page. Takes a deck whose texts are ready to be shown. Of the `larger`
 * settings a slide takes the first in which it takes no more pages and shows no fewer words; without
 * any all are regular.
 */
export function fit(deck: Deck, larger: readonly Setting[] = []): Deck {
  const beside = measures.pageNumberWidth + (deck.logo === undefined ? 0 : measures.logoWidth);
  const width = contentWidth - beside;
  return {
    ...deck,
    footer: shortText(deck.footer, { style: styles.foot, width, lines: 1 }),
    slides: deck.slides.flatMap((slide) => fitSlide(slide, larger)),
  };
}

function fitSlide(slide: Slide, larger: readonly Setting[]): readonly Slide[] {
  const regular = setSlide(slide, settings.regular);
  if (regular.length > maxEnlarged) return regular;
  for (const setting of larger) {
    const isFor = setting.name !== "aside" || (regular.length === 1 && isText(slide));
    const set = isFor ? setSlide(slide, setting) : [];
    if (set.length === regular.length && wordsOf(set) === wordsOf(regular)) return set;
  }
  return regular;
}

/** Whether its title can stand beside what is on it. */
function isText({ layout, blocks }: Slide): boolean {
  const isNarrow = blocks.every(({ kind }) => {
    return kind === "paragraph" || kind === "list" || kind === "heading" || kind === "callout";
  });
  return layout === "content" && isNarrow;
}

/**
 * What goes on after a cover or a statement goes on as an ordinary slide; notes are said once. No slides
 * where a single piece is higher than a page of a larger setting.
 */
function setSlide({ notes, ...slide }: Slide, setting: Setting): readonly Slide[] {
  const parts = pieces(slide.blocks, setting);
  const whole = framed(slide, setting, []);
  // A number of its part, for which the title may need a line, has only what is not whole.
  const mark = stackHeight(parts) > whole.room ? [partMark] : [];
  const first = mark.length === 0 ? whole : framed(slide, setting, mark);
  const next =
    slide.layout === "content" ? first : framed({ ...slide, layout: "content" }, setting, mark);
  const room = { first: first.room, rest: next.room };
  const pages = paginate(parts, room);
  const isTooLarge = pages.some(
    (page, at) => stackHeight(page) > (at === 0 ? room.first : room.rest),
  );
  if (isTooLarge && setting.name !== undefined) return [];
  return pages.map((page, index) => ({
    ...(index === 0 ? first : next).slide,
    id: index === 0 ? slide.id : `${slide.id}-part-${index + 1}`,
    blocks: joinedBlocks(page, index === 0 ? room.first : room.rest),
    ...(setting.name === undefined ? {} : { setting: setting.name }),
    ...(index === 0 && notes !== undefined ? { notes } : {}),
    ...(pages.length > 1 ? { part: { number: index + 1, of: pages.length } } : {}),
  }));
}

interface Framed {
  readonly slide: Slide;
  /** Height in px that is left for the blocks. */
  readonly room: number;
}

function framed(
  slide: Slide,
  { name, measures: lengths, styles: own }: Setting,
  mark: readonly TextInline[],
): Framed {
  const { layout } = slide;
  const width = lengths.titleWidth;
  const isBeside = name === "aside";
  const place = { style: own[layout], width, lines: titleLines[isBeside ? "aside" : layout] };
  const title = shorten(slide.title, place, mark);
  const kicker = shortKicker(slide, width, isBeside ? asideKickerLines : 1);
  const kickerHeight = kicker.kicker === undefined ? 0 : lengths.kickerLine;
  const titleHeight = textHeight([...title, ...mark], place);
  const head = isBeside ? 0 : kickerHeight + titleHeight + lengths.titleGap;
  const foot = lengths.footGap + lengths.footLine + lengths.marginBottom;
  const top = lengths.marginTop + (layout === "title" ? lengths.coverTop : 0);
  const air = name === undefined ? 0 : roomyAir;
  const room = lengths.slideHeight - top - head - foot - air;
  return { slide: { ...slide, ...kicker, title }, room };
}

function shortKicker({ kicker }: Slide, width: number, lines: number): Pick<Slide, "kicker"> {
  if (kicker === undefined) return {};
  return { kicker: shortText(kicker, { style: styles.kicker, width, lines }) };
}
