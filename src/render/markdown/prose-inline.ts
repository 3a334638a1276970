/** The inline part of people's Markdown, written anew from its tokens. */
import { type Token, type Tokens, withoutEntities } from "../prose.ts";
import { safeProseUrl } from "../safe-url.ts";
import { autolinkMarkdown, linkMarkdown } from "./link.ts";
import {
  codeSpan,
  emphasisSpans,
  joinSpans,
  linkSpan,
  markupSpan,
  type Span,
  textSpan,
} from "./span.ts";

/**
 * Inline Markdown with the line breaks that the author asked for. Where a line merely ended there is
 * a space: in a comment GitHub would break the sentence there.
 */
export function inlineProse(tokens: readonly Token[]): string {
  return joinSpans(tokens.flatMap(spansOf)).trim();
}

/** Inline Markdown on one line, for a heading or a table cell. */
export function lineProse(tokens: readonly Token[]): string {
  return onOneLine(tokens.flatMap(spansOf)).trim();
}

function spansOf(token: Token): readonly Span[] {
  switch (token.type) {
    case "strong":
      return emphasisSpans("**", spansIn(token));
    case "em":
      return emphasisSpans("*", spansIn(token));
    case "del":
      return emphasisSpans("~~", spansIn(token));
    case "codespan":
      return [codeSpan((token as Tokens.Codespan).text)];
    case "br":
      return [{ kind: "break" }];
    case "link":
      return linkSpans(token as Tokens.Link);
    case "image":
      return [
        linkSpan(imageText(token as Tokens.Image), safeProseUrl((token as Tokens.Image).href)),
      ];
    case "html":
      return [textSpan(token.raw)];
    default:
      return textSpans(token);
  }
}

function spansIn(token: Token): readonly Span[] {
  return "tokens" in token ? (token.tokens ?? []).flatMap(spansOf) : [];
}

function textSpans(token: Token): readonly Span[] {
  if ("tokens" in token && token.tokens !== undefined) return spansIn(token);
  if (token.type === "escape") return [textSpan((token as Tokens.Escape).text)];
  return [textSpan(withoutEntities("text" in token ? String(token.text) : token.raw))];
}

function linkSpans(token: Tokens.Link): readonly Span[] {
  const address = safeProseUrl(token.href);
  const label = token.tokens.flatMap(labelSpans);
  if (address === undefined) return label;
  if (token.autolink === true) return [markupSpan(autolinkMarkdown(address))];
  return [markupSpan(linkMarkdown({ label: onOneLine(label), text: token.text, address }))];
}

/** A link holds no other link, so an image in it is only its text. */
function labelSpans(token: Token): readonly Span[] {
  if (token.type === "image") return [textSpan(imageText(token as Tokens.Image))];
  if (token.type === "link") return spansIn(token);
  return spansOf(token);
}

function imageText(token: Tokens.Image): string {
  return token.text.trim() === "" ? "image" : token.text;
}

function onOneLine(spans: readonly Span[]): string {
  return joinSpans(spans).replaceAll("\\\n", " ");
}
