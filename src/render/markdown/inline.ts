/** The deck's inlines as Markdown for GitHub. */
import type { Inline } from "../../domain/deck.ts";
import { safeUrl } from "../safe-url.ts";
import { escapeText, withoutCommand } from "./escape.ts";
import { codeSpan, emphasisSpans, joinSpans, linkSpan, textSpan } from "./span.ts";
import type { Span } from "./span.ts";

/** One line of inline Markdown, for a place that does not open a line: a heading or a table cell. */
export function inlineMarkdown(inlines: readonly Inline[]): string {
  return withoutCommand(joinSpans(inlines.flatMap(spansOf)).trim());
}

/** Plain text for such a place. */
export function textMarkdown(text: string): string {
  return withoutCommand(escapeText(text).trim());
}

/** The inlines in bold from end to end. */
export function boldMarkdown(inlines: readonly Inline[]): string {
  const spans = inlines.flatMap((inline) =>
    inline.kind === "strong" ? [textSpan(inline.text)] : spansOf(inline),
  );
  return joinSpans(emphasisSpans("**", spans)).trim();
}

/** Plain text in italics. */
export function italicMarkdown(text: string): string {
  return joinSpans(emphasisSpans("*", [textSpan(text)])).trim();
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
