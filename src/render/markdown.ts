/** The deck as Markdown for GitHub that also reads well aloud and in an e-mail. */
import type { Deck, Slide } from "../domain/deck.ts";
import { inlineWords } from "./inline-words.ts";
import { blocksMarkdown } from "./markdown/block.ts";
import { details } from "./markdown/details.ts";
import { lineStart } from "./markdown/escape.ts";
import { headingMarkdown, textMarkdown } from "./markdown/inline.ts";
import { linkDefinition } from "./markdown/link.ts";
import { addressList, type AddressList } from "./address-list.ts";
import { emphasisSpans, joinSpans, textSpan } from "./markdown/span.ts";
import { kickerWords, partWords, withCompactCover } from "./slide-words.ts";

/**
 * One document with a section for each slide. Only what the deck marks as a link leads anywhere;
 * no text in it, whoever wrote it, notifies, links, formats or embeds anything.
 */
export function renderMarkdown(deck: Deck): string {
  const sources = addressList();
  const { slides } = withCompactCover(deck);
  const [first] = slides;
  const opening = first?.layout === "title" ? "" : `# ${textMarkdown(deck.title) || untitled}`;
  const sections = slides.map((slide, index) => section(sources, slide, slides[index - 1]));
  const footer = lineStart(textMarkdown(deck.footer));
  const closing = footer === "" ? "" : `---\n\n${footer}`;
  return `${paragraphs([opening, ...sections, closing, definitions(sources)])}\n`;
}

const untitled = "(untitled)";

function section(sources: AddressList, slide: Slide, previous: Slide | undefined): string {
  return slide.isDetail === true
    ? detail(sources, slide, previous)
    : chapter(sources, slide, previous);
}

function chapter(sources: AddressList, slide: Slide, previous: Slide | undefined): string {
  const level = previous === undefined && slide.layout === "title" ? 1 : 2;
  const title = headingMarkdown(sources, slide.title) || untitled;
  const kicker = emphasisSpans("*", [textSpan(kickerWords(slide, previous))]);
  return paragraphs([
    `${"#".repeat(level)} ${title}${partWords(slide)}`,
    joinSpans(kicker).trim(),
    blocksMarkdown({ sources, level: level + 1, isFolded: false }, slide.blocks),
  ]);
}

/** Folded away under its title, with what it belongs to before it. */
function detail(sources: AddressList, slide: Slide, previous: Slide | undefined): string {
  const title = inlineWords(slide.title) + partWords(slide);
  const summary = [kickerWords(slide, previous), title].filter((words) => words.trim() !== "");
  const blocks = blocksMarkdown({ sources, level: 3, isFolded: true }, slide.blocks);
  return details(summary.join(": ") || untitled, blocks);
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
