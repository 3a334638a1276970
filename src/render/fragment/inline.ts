/** The deck's inlines as HTML with inline looks. */
import type { Inline, StatusInline } from "../../domain/deck.ts";
import { hostToShow } from "../deceptive-link.ts";
import { safeUrl } from "../safe-url.ts";
import { element, escaped, toneInks } from "./element.ts";

export function inlineHtml(inlines: readonly Inline[]): string {
  return inlines.map(markupOf).join("").trim();
}

function markupOf(inline: Inline): string {
  switch (inline.kind) {
    case "text":
      return escaped(inline.text);
    case "strong":
      return element("b", escaped(inline.text));
    case "code":
      return element("code", escaped(inline.text));
    case "link":
    case "number":
      return linked(inline.text, safeUrl(inline.url ?? ""));
    case "status":
      return statusHtml(inline);
    default:
      return inline satisfies never;
  }
}

function linked(text: string, address: string | undefined): string {
  if (address === undefined) return escaped(text);
  const host = hostToShow(text, address);
  const label = host === undefined ? text : `${text} (${host})`;
  return element("a", escaped(label), { href: address });
}

function statusHtml({ word, tone }: StatusInline): string {
  const inks: Readonly<Record<string, string>> = toneInks;
  const ink = inks[tone];
  return element("b", escaped(word), ink === undefined ? {} : { style: `color:${ink}` });
}
