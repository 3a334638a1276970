/**
 * The deck as plain text for a mail: no markup, lines of at most 72 columns, links in a list at the
 * end. There an address stands whole however long it is: broken it would lead nowhere.
 */
import type { Deck, Slide } from "../domain/deck.ts";
import { addressList } from "./address-list.ts";
import { kickerWords, partWords, withCompactCover } from "./slide-words.ts";
import { shownDeck } from "./shown-deck.ts";
import { blockLines, type TextContext } from "./text/block-lines.ts";
import { widthOf } from "./text/columns.ts";
import { inlineText } from "./text/inline-text.ts";
import { wrap } from "./text/wrap.ts";

/** What fits into a line of a mail that is quoted a few times. */
const columns = 72;

export function renderPlainText(deck: Deck): string {
  const { title, slides } = shownDeck(withCompactCover(deck));
  const context: TextContext = { addresses: addressList(), columns };
  const [first] = slides;
  const opening = first?.layout === "title" ? [] : [underlined(title, "═")];
  const sections = slides.flatMap((slide, index) => section(context, slide, slides[index - 1]));
  const links = context.addresses.all().map((address, index) => `[${index + 1}] ${address}`);
  const closing = links.length === 0 ? [] : [underlined("Links", "─"), links];
  const parts = [...opening, ...sections, ...closing].filter((lines) => lines.length > 0);
  return `${parts.map((lines) => lines.join("\n")).join("\n\n")}\n`;
}

const untitled = "(untitled)";

/** What stands together, with an empty line between. */
function section(
  context: TextContext,
  slide: Slide,
  previous: Slide | undefined,
): readonly (readonly string[])[] {
  const title = (inlineText(context.addresses, slide.title) || untitled) + partWords(slide);
  const isFirst = previous === undefined && slide.layout === "title";
  const kicker = kickerWords(slide, previous);
  return [
    underlined(title, isFirst ? "═" : "─"),
    kicker === "" ? [] : wrap(kicker, { columns }),
    ...slide.blocks.map((block) => blockLines(context, block)),
  ];
}

function underlined(title: string, sign: string): readonly string[] {
  const lines = wrap(title || untitled, { columns });
  return [...lines, sign.repeat(widthOf(lines))];
}
