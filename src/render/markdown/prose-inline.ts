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

/** Inline Markdown with the author's line breaks. */
export function inlineProse(tokens: readonly Token[]): string {
  return joinSpans(tokens.flatMap(spansOf)).trim();
}

/** Inline Markdown on one line, for a heading or a table cell. */
export function lineProse(tokens: readonly Token[]): string {
  return joinSpans(onOneLine(tokens.flatMap(spansOf))).trim();
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
      return [{ kind: "break", isHard: true }];
    case "link":
      return linkSpans(token as Tokens.Link);
    case "image":
      return [
        linkSpan(imageText(token as Tokens.Image), safeProseUrl((token as Tokens.Image).href)),
      ];
    case "html":
      return textLines(token.raw);
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
  return textLines(withoutEntities("text" in token ? String(token.text) : token.raw));
}

/** The author's own line ends stay: GitHub shows them in comments. */
function textLines(text: string): readonly Span[] {
  return text
    .split("\n")
    .flatMap((line, index) => [...(index === 0 ? [] : [softBreak]), textSpan(line)]);
}

const softBreak: Span = { kind: "break", isHard: false };

function linkSpans(token: Tokens.Link): readonly Span[] {
  const address = safeProseUrl(token.href);
  const label = onOneLine(token.tokens.flatMap(labelSpans));
  if (address === undefined) return label;
  if (token.autolink === true) return [markupSpan(autolinkMarkdown(address))];
  return [markupSpan(linkMarkdown({ label: joinSpans(label), text: token.text, address }))];
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

function onOneLine(spans: readonly Span[]): readonly Span[] {
  return spans.map((span) => (span.kind === "break" ? textSpan(" ") : span));
}
