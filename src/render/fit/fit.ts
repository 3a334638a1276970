/** Parts slides so that each fits its page of 1280 × 720: nothing is shrunk and nothing is clipped. */
import type { Deck, Slide } from "../../domain/deck.ts";
import { contentWidth, measures } from "../measures.ts";
import { joinedBlocks } from "./joined-blocks.ts";
import { paginate } from "./paginate.ts";
import { pieces } from "./pieces.ts";
import { shorten, shortText, textHeight } from "./shorten.ts";
import { styles } from "./text-runs.ts";

/** How many lines a title may take; what is longer ends in "…". */
const titleLines = { title: 3, content: 2, statement: 3 };

/** Stands in for the longest part number while it is not yet known how many parts there are. */
const partMark = { kind: "text", text: " (99/99)" } as const;

/** The same deck with one slide a page. Takes a deck whose texts are ready to be shown. */
export function fit(deck: Deck): Deck {
  const width = contentWidth - measures.pageNumberWidth;
  return {
    ...deck,
    footer: shortText(deck.footer, { style: styles.foot, width, lines: 1 }),
    slides: deck.slides.flatMap(fitSlide),
  };
}

/** What goes on after a cover or a statement goes on as an ordinary slide; notes are said once. */
function fitSlide({ notes, ...slide }: Slide): readonly Slide[] {
  const first = framed(slide);
  const next = framed({ ...slide, layout: "content" });
  const room = { first: first.room, rest: next.room };
  const pages = paginate(pieces(slide.blocks), room);
  return pages.map((page, index) => ({
    ...(index === 0 ? first : next).slide,
    id: index === 0 ? slide.id : `${slide.id}-part-${index + 1}`,
    blocks: joinedBlocks(page, index === 0 ? room.first : room.rest),
    ...(index === 0 && notes !== undefined ? { notes } : {}),
    ...(pages.length > 1 ? { part: { number: index + 1, of: pages.length } } : {}),
  }));
}

interface Framed {
  readonly slide: Slide;
  /** Height in px that is left for the blocks. */
  readonly room: number;
}

function framed(slide: Slide): Framed {
  const { layout, kicker } = slide;
  const place = { style: styles[layout], width: contentWidth, lines: titleLines[layout] };
  const title = shorten(slide.title, place, [partMark]);
  const titleHeight = textHeight([...title, partMark], place);
  const head = (kicker === undefined ? 0 : measures.kickerLine) + titleHeight + measures.titleGap;
  const foot = measures.footGap + measures.footLine + measures.marginBottom;
  const top = measures.marginTop + (layout === "title" ? measures.coverTop : 0);
  return {
    slide: { ...slide, ...shortKicker(slide), title },
    room: measures.slideHeight - top - head - foot,
  };
}

function shortKicker({ kicker }: Slide): Pick<Slide, "kicker"> {
  if (kicker === undefined) return {};
  return { kicker: shortText(kicker, { style: styles.kicker, width: contentWidth, lines: 1 }) };
}
