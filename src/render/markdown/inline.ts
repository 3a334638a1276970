/** The deck's inlines as Markdown for GitHub. */
import type { Inline } from "../../domain/deck.ts";
import { safeUrl } from "../safe-url.ts";
import { codeSpan, emphasisSpans, joinSpans, linkSpan, type Span, textSpan } from "./span.ts";

/** Inlines on one line, for a heading or a table cell; elsewhere `lineStart` has the last word. */
export function inlineMarkdown(inlines: readonly Inline[]): string {
  return joinSpans(inlineSpans(inlines)).trim();
}

/** The same for plain text. */
export function textMarkdown(text: string): string {
  return joinSpans([textSpan(text)]).trim();
}

export function inlineSpans(inlines: readonly Inline[]): readonly Span[] {
  return inlines.flatMap(spansOf);
}

/** The inlines in bold from end to end. */
export function boldSpans(inlines: readonly Inline[]): readonly Span[] {
  return emphasisSpans(
    "**",
    inlines.flatMap((one) => (one.kind === "strong" ? [textSpan(one.text)] : spansOf(one))),
  );
}

function spansOf(inline: Inline): readonly Span[] {
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
      return [linkSpan(inline.text, safeUrl(inline.url))];
    case "number":
      return [linkSpan(inline.text, safeUrl(inline.url ?? ""))];
  }
}
