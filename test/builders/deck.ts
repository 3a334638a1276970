/** Small decks and slides for tests: whole by default, each field replaceable. */
import type { Deck, Inline, Slide } from "../../src/domain/deck.ts";

export function aDeck(fields: Partial<Deck> = {}): Deck {
  return {
    title: "v1.20",
    language: "en",
    release: "1.20",
    asOf: "2020-10-22T08:00:00Z",
    footer: "",
    slides: [aTitleSlide()],
    ...fields,
  };
}

export function aTitleSlide(fields: Partial<Slide> = {}): Slide {
  return { id: "title", title: [aText("v1.20")], layout: "title", blocks: [], ...fields };
}

export function aSlide(fields: Partial<Slide> = {}): Slide {
  return { id: "items", title: [aText("Items")], layout: "content", blocks: [], ...fields };
}

export function aText(text: string): Inline {
  return { kind: "text", text };
}
