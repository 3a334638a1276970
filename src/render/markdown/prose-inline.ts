/** The inline part of people's Markdown, written anew from its tokens. */
import type { AddressList } from "../address-list.ts";
import { type Token, type Tokens, withoutEntities } from "../prose.ts";
import { safeProseUrl } from "../safe-url.ts";
import { escapeText } from "./escape.ts";
import { autolinkMarkdown } from "./link.ts";
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
export function inlineProse(addresses: AddressList, tokens: readonly Token[]): string {
  return joinSpans(allSpans(addresses, tokens)).trim();
}

/** Inline Markdown on one line, for a heading or a table cell. */
export function lineProse(addresses: AddressList, tokens: readonly Token[]): string {
  return onOneLine(allSpans(addresses, tokens)).trim();
}

function allSpans(addresses: AddressList, tokens: readonly Token[]): readonly Span[] {
  return tokens.flatMap((token) => spansOf(addresses, token));
}

function spansOf(addresses: AddressList, token: Token): readonly Span[] {
  switch (token.type) {
    case "strong":
      return emphasisSpans("**", spansIn(addresses, token));
    case "em":
      return emphasisSpans("*", spansIn(addresses, token));
    case "del":
      return emphasisSpans("~~", spansIn(addresses, token));
    case "codespan":
      return [codeSpan((token as Tokens.Codespan).text)];
    case "br":
      return [{ kind: "break" }];
    case "link":
      return linkSpans(addresses, token as Tokens.Link);
    case "image":
      return imageSpans(addresses, token as Tokens.Image);
    case "html":
      return [textSpan(token.raw)];
    default:
      return textSpans(addresses, token);
  }
}

function spansIn(addresses: AddressList, token: Token): readonly Span[] {
  return "tokens" in token ? allSpans(addresses, token.tokens ?? []) : [];
}

function textSpans(addresses: AddressList, token: Token): readonly Span[] {
  if ("tokens" in token && token.tokens !== undefined) return spansIn(addresses, token);
  if (token.type === "escape") return [textSpan((token as Tokens.Escape).text)];
  return [textSpan(withoutEntities("text" in token ? String(token.text) : token.raw))];
}

function linkSpans(addresses: AddressList, token: Tokens.Link): readonly Span[] {
  const address = safeProseUrl(token.href);
  const label = token.tokens.flatMap((inner) => labelSpans(addresses, inner));
  if (address === undefined) return label;
  if (token.autolink === true) return [markupSpan(autolinkMarkdown(address))];
  return [linkSpan(addresses, { label: onOneLine(label), text: token.text, address })];
}

/** A link holds no other link, so an image in it is only its text. */
function labelSpans(addresses: AddressList, token: Token): readonly Span[] {
  if (token.type === "image") return [textSpan(imageText(token as Tokens.Image))];
  if (token.type === "link") return spansIn(addresses, token);
  return spansOf(addresses, token);
}

function imageSpans(addresses: AddressList, image: Tokens.Image): readonly Span[] {
  const address = safeProseUrl(image.href);
  const text = imageText(image);
  if (address === undefined) return [textSpan(text)];
  return [linkSpan(addresses, { label: escapeText(text), text, address })];
}

function imageText(token: Tokens.Image): string {
  return token.text.trim() === "" ? "image" : token.text;
}

function onOneLine(spans: readonly Span[]): string {
  return joinSpans(spans).replaceAll("\\\n", " ");
}
