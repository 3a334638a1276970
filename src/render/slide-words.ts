/** What formats that are read from top to bottom say of a slide beside its blocks. */
import type { Block, Deck, Inline, Slide } from "../domain/deck.ts";
import { displayText } from "./display-text.ts";
import { inlineWords } from "./inline-words.ts";

/** ` (2/3)` where the slide is one part of several. */
export function partWords({ part }: Slide): string {
  return part === undefined ? "" : ` (${part.number}/${part.of})`;
}

/** What a slide belongs to is said once, not over each of its slides, and not where its title says it. */
export function kickerWords(slide: Slide, previous: Slide | undefined): string {
  const { kicker = "" } = slide;
  const title = displayText(inlineWords(slide.title));
  const isSaid = kicker === previous?.kicker || title.startsWith(displayText(kicker));
  return isSaid ? "" : kicker;
}

/** The deck with its cover's short paragraphs on one line; people's prose stays apart. */
export function withCompactCover(deck: Deck): Deck {
  const [first, ...others] = deck.slides;
  if (first?.layout !== "title") return deck;
  return { ...deck, slides: [{ ...first, blocks: joinedParagraphs(first.blocks) }, ...others] };
}

function joinedParagraphs(blocks: readonly Block[]): readonly Block[] {
  const joined: Block[] = [];
  for (const block of blocks.filter((one) => !isBlank(one))) {
    const last = joined.at(-1);
    if (block.kind === "paragraph" && last?.kind === "paragraph") {
      joined[joined.length - 1] = { ...last, inlines: [...last.inlines, dot, ...block.inlines] };
    } else joined.push(block);
  }
  return joined;
}

const dot: Inline = { kind: "text", text: " · " };

function isBlank(block: Block): boolean {
  return block.kind === "paragraph" && displayText(inlineWords(block.inlines)) === "";
}
