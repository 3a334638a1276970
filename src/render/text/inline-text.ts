/** The deck's inlines as plain text, with the places of their addresses: `19 written [2]`. */
import type { Inline } from "../../domain/deck.ts";
import type { AddressList } from "../address-list.ts";
import { hostToShow } from "../deceptive-link.ts";
import { inlineWords } from "../inline-words.ts";
import { safeProseUrl } from "../safe-url.ts";

/** A text, and the places of the addresses of its links and of its numbers. */
export interface Marked {
  readonly text: string;
  readonly linked: ReadonlySet<number>;
  readonly counted: ReadonlySet<number>;
}

/** On one line. A link's place stands after it where it is first named, those of numbers at the end. */
export function inlineText(addresses: AddressList, inlines: readonly Inline[]): string {
  const { text, linked, counted } = markedText(addresses, inlines);
  return withMarks(text, counted.difference(linked));
}

export function withMarks(text: string, places: ReadonlySet<number>): string {
  return [text, ...[...places].map(mark)].filter((part) => part !== "").join(" ");
}

/** The same without the numbers' places, to be said once of many texts. */
export function markedText(addresses: AddressList, inlines: readonly Inline[]): Marked {
  const linked = new Set<number>();
  const counted = new Set<number>();
  let text = "";
  for (const inline of inlines) {
    const address = addressOf(inline);
    if (address === undefined) {
      text += inlineWords([inline]);
      continue;
    }
    const place = addresses.numberOf(address);
    if (inline.kind === "number") counted.add(place);
    const isNew = inline.kind === "link" && !linked.has(place);
    if (inline.kind === "link") linked.add(place);
    text += linkText(inlineWords([inline]), address) + (isNew ? ` ${mark(place)}` : "");
  }
  return { text: text.replace(/\s+/gu, " ").trim(), linked, counted };
}

function addressOf(inline: Inline): string | undefined {
  return "url" in inline && inline.url !== undefined ? safeProseUrl(inline.url) : undefined;
}

/** Where the words look like another address, the host stands beside them, and alone where there are none. */
function linkText(words: string, address: string): string {
  if (words.trim() === "") return URL.parse(address)?.host ?? "";
  const host = hostToShow(words, address);
  return host === undefined ? words : `${words} (${host})`;
}

function mark(place: number): string {
  return `[${place}]`;
}
