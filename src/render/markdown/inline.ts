/** The deck's inlines as Markdown for GitHub. */
import type { Inline, LinkInline, NumberInline } from "../../domain/deck.ts";
import type { AddressList } from "../address-list.ts";
import { safeUrl } from "../safe-url.ts";
import { escapeText } from "./escape.ts";
import { codeSpan, emphasisSpans, joinSpans, linkSpan, type Span, textSpan } from "./span.ts";

/** Inlines on one line, for a heading or a table cell; elsewhere `lineStart` has the last word. */
export function inlineMarkdown(sources: AddressList, inlines: readonly Inline[]): string {
  return joinSpans(inlineSpans(sources, inlines)).trim();
}

/** Inlines for a heading, where everything is bold already. */
export function headingMarkdown(sources: AddressList, inlines: readonly Inline[]): string {
  const plain = inlines.map((one): Inline =>
    one.kind === "strong" ? { kind: "text", text: one.text } : one,
  );
  return inlineMarkdown(sources, plain);
}

/** The same for plain text. */
export function textMarkdown(text: string): string {
  return joinSpans([textSpan(text)]).trim();
}

export function inlineSpans(sources: AddressList, inlines: readonly Inline[]): readonly Span[] {
  return inlines.flatMap((inline) => spansOf(sources, inline));
}

/** The inlines in bold from end to end. */
export function boldSpans(sources: AddressList, inlines: readonly Inline[]): readonly Span[] {
  const spans = inlines.flatMap((inline) =>
    inline.kind === "strong" ? [textSpan(inline.text)] : spansOf(sources, inline),
  );
  return emphasisSpans("**", spans);
}

function spansOf(sources: AddressList, inline: Inline): readonly Span[] {
  switch (inline.kind) {
    case "text":
      return [textSpan(inline.text)];
    case "status":
      return [textSpan(inline.word)];
    case "strong":
      return emphasisSpans("**", [textSpan(inline.text)]);
    case "code":
      return [codeSpan(inline.text)];
    case "link":
    case "number":
      return [linkedSpan(sources, inline)];
    default:
      return inline satisfies never;
  }
}

function linkedSpan(sources: AddressList, { text, url = "" }: LinkInline | NumberInline): Span {
  const address = safeUrl(url);
  if (address === undefined) return textSpan(text);
  return linkSpan(sources, { label: escapeText(text), text, address });
}
