/** The deck as Markdown for GitHub that also reads well aloud and in an e-mail. */
import type { Deck, Slide } from "../domain/deck.ts";
import { blocksMarkdown } from "./markdown/block.ts";
import { lineStart } from "./markdown/escape.ts";
import { inlineMarkdown, textMarkdown } from "./markdown/inline.ts";
import { linkDefinition } from "./markdown/link.ts";
import { addressList, type AddressList } from "./address-list.ts";
import { emphasisSpans, joinSpans, textSpan } from "./markdown/span.ts";

/**
 * One document with a section for each slide. Only what the deck marks as a link leads anywhere;
 * no text in it, whoever wrote it, notifies, links, formats or embeds anything.
 */
export function renderMarkdown(deck: Deck): string {
  const sources = addressList();
  const [first] = deck.slides;
  const opening = first?.layout === "title" ? "" : `# ${textMarkdown(deck.title) || untitled}`;
  const sections = deck.slides.map((slide, index) =>
    section(sources, slide, deck.slides[index - 1]),
  );
  const footer = lineStart(textMarkdown(deck.footer));
  const closing = footer === "" ? "" : `---\n\n${footer}`;
  return `${paragraphs([opening, ...sections, closing, definitions(sources)])}\n`;
}

const untitled = "(untitled)";

function section(sources: AddressList, slide: Slide, previous: Slide | undefined): string {
  const marks = previous === undefined && slide.layout === "title" ? "#" : "##";
  const title = inlineMarkdown(sources, slide.title) || untitled;
  return paragraphs([
    `${marks} ${title}${partMarkdown(slide)}`,
    kickerMarkdown(slide, previous),
    blocksMarkdown(sources, slide.blocks),
  ]);
}

function partMarkdown({ part }: Slide): string {
  return part === undefined ? "" : ` (${part.number}/${part.of})`;
}

/** What a section belongs to is said once, not over each of its slides. */
function kickerMarkdown({ kicker }: Slide, previous: Slide | undefined): string {
  if (kicker === undefined || kicker === previous?.kicker) return "";
  return joinSpans(emphasisSpans("*", [textSpan(kicker)])).trim();
}

/** GitHub does not show them. */
function definitions(sources: AddressList): string {
  return sources
    .all()
    .map((address, index) => linkDefinition(index + 1, address))
    .join("\n");
}

function paragraphs(texts: readonly string[]): string {
  return texts.filter((text) => text !== "").join("\n\n");
}
