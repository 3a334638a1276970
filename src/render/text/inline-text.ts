/** The deck's inlines as plain text, with the places of their addresses: `19 written [2]`. */
import type { Inline } from "../../domain/deck.ts";
import type { AddressList } from "../address-list.ts";
import { safeProseUrl } from "../safe-url.ts";

/** A text, and the places that its numbers lead to. */
export interface Marked {
  readonly text: string;
  readonly sources: ReadonlySet<number>;
}

/** On one line. A link's place stands after it, unless it stood there before; those of numbers at the end. */
export function inlineText(addresses: AddressList, inlines: readonly Inline[]): string {
  const { text, sources } = markedText(addresses, inlines);
  return withMarks(text, sources);
}

export function withMarks(text: string, sources: ReadonlySet<number>): string {
  return [text, ...[...sources].map(mark)].filter((part) => part !== "").join(" ");
}

/** The same with the numbers' places apart, to be said once of many texts. */
export function markedText(addresses: AddressList, inlines: readonly Inline[]): Marked {
  const linked = new Set<number>();
  const sources = new Set<number>();
  let text = "";
  for (const inline of inlines) {
    const address = addressOf(inline);
    text += inline.kind === "status" ? inline.word : inline.text;
    if (address === undefined) continue;
    const place = addresses.numberOf(address);
    if (inline.kind === "number") sources.add(place);
    else if (!linked.has(place)) text += ` ${mark(place)}`;
    if (inline.kind === "link") linked.add(place);
  }
  return { text: text.replace(/\s+/gu, " ").trim(), sources: sources.difference(linked) };
}

function addressOf(inline: Inline): string | undefined {
  return "url" in inline && inline.url !== undefined ? safeProseUrl(inline.url) : undefined;
}

function mark(place: number): string {
  return `[${place}]`;
}
