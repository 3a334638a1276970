/** The deck as plain text in lines of 72 columns, for a mail: no markup, links in a list at the end. */
import type { Deck, Slide } from "../domain/deck.ts";
import { addressList } from "./address-list.ts";
import { shownDeck } from "./shown-deck.ts";
import { addressLines } from "./text/address-lines.ts";
import { blockLines, type TextContext } from "./text/block-lines.ts";
import { widthOf } from "./text/columns.ts";
import { inlineText } from "./text/inline-text.ts";
import { wrap } from "./text/wrap.ts";

/** What fits into a line of a mail that is quoted a few times. */
const columns = 72;

export function renderPlainText(deck: Deck): string {
  const { title, slides } = shownDeck(deck);
  const context: TextContext = { addresses: addressList(), columns };
  const [first] = slides;
  const opening = first?.layout === "title" ? [] : [underlined(title, "═")];
  const sections = slides.flatMap((slide, index) => section(context, slide, slides[index - 1]));
  const links = addressLines(context.addresses.all(), columns);
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
  const part = slide.part === undefined ? "" : ` (${slide.part.number}/${slide.part.of})`;
  const title = (inlineText(context.addresses, slide.title) || untitled) + part;
  const isFirst = previous === undefined && slide.layout === "title";
  const kicker = slide.kicker === previous?.kicker ? "" : (slide.kicker ?? "");
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
