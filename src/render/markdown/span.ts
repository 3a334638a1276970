/** Runs of inline Markdown, and the one way to put them side by side so that none reads into the next. */
import type { AddressList } from "../address-list.ts";
import { codeMarkdown } from "./code.ts";
import { escapeText, seam } from "./escape.ts";
import { type Link, numberedLink } from "./link.ts";

export type Span = TextSpan | MarkupSpan | EmphasisSpan | BreakSpan;

/** Text from anywhere, to be escaped by `joinSpans`. */
interface TextSpan {
  readonly kind: "text";
  readonly text: string;
}

/** Finished Markdown that begins and ends with its own marks: a code span or a link. */
interface MarkupSpan {
  readonly kind: "markup";
  readonly markdown: string;
}

type Mark = "*" | "**" | "~~";

/** Finished Markdown between two marks, which count as marks only next to the right characters. */
interface EmphasisSpan {
  readonly kind: "emphasis";
  readonly mark: Mark;
  readonly content: string;
}

/** The end of a line where the author asked for one. */
interface BreakSpan {
  readonly kind: "break";
}

/** GitHub closes issues, or marks duplicates, by these words before a link. */
const closingWord =
  /(?<=\b(?:clos|fix|resolv))(?=e?[sd]?[\s:(]*$)|(?<=\bdup)(?=licate of[\s:(]*$)/iu;

export function textSpan(text: string): Span {
  return { kind: "text", text };
}

export function codeSpan(text: string): Span {
  return markupSpan(codeMarkdown(text));
}

/** A link whose address stands at the end of the document. */
export function linkSpan(addresses: AddressList, link: Link): Span {
  return markupSpan(numberedLink(link, addresses.numberOf(link.address)));
}

export function markupSpan(markdown: string): Span {
  return { kind: "markup", markdown };
}

/** Spans between emphasis marks. White space at their ends moves outside, where it has to be. */
export function emphasisSpans(mark: Mark, spans: readonly Span[]): readonly Span[] {
  const content = joinSpans(spans);
  const core = content.trim();
  if (core === "") return [textSpan(content)];
  const before = textSpan(/^\s/u.test(content) ? " " : "");
  const after = textSpan(/\s$/u.test(content) ? " " : "");
  return [before, { kind: "emphasis", mark, content: core }, after];
}

/** The spans as inline Markdown. Texts side by side are escaped as one: `@` and `user` make a name. */
export function joinSpans(spans: readonly Span[]): string {
  const escaped = merged(spans).map(withTextEscaped).filter(isSeen);
  let markdown = "";
  for (const [index, span] of escaped.entries()) {
    if (readsOn(markdown, span)) markdown += seam;
    markdown += written(span, markdown, escaped[index + 1]);
  }
  return markdown;
}

/** Whether some parser takes the end of what stands there and the beginning of the span as one. */
function readsOn(before: string, span: Span): boolean {
  if (isMarkup(span)) return /[!\]`*~]$/.test(before);
  return span.kind === "text" && before.endsWith("]") && span.text.startsWith("(");
}

function merged(spans: readonly Span[]): readonly Span[] {
  const result: Span[] = [];
  for (const span of spans) {
    const last = result.at(-1);
    if (span.kind === "text" && last?.kind === "text") {
      result[result.length - 1] = textSpan(last.text + span.text);
    } else if (isSeen(span)) result.push(span);
  }
  return result;
}

function withTextEscaped(span: Span): Span {
  return span.kind === "text" ? textSpan(escapeText(span.text)) : span;
}

function isSeen(span: Span): boolean {
  if (span.kind === "text") return span.text !== "";
  return span.kind !== "markup" || span.markdown !== "";
}

function isMarkup(span: Span): boolean {
  return span.kind === "markup" || span.kind === "emphasis";
}

function written(span: Span, before: string, next: Span | undefined): string {
  switch (span.kind) {
    case "text":
      return next === undefined ? span.text : span.text.replace(closingWord, seam);
    case "markup":
      return span.markdown;
    case "emphasis":
      return emphasized(span, before, beginningOf(next));
    case "break":
      return "\\\n";
    default:
      return span satisfies never;
  }
}

/**
 * Marks inside a word do not count when punctuation stands on their inner side: then a seam,
 * which is neither, goes between. See "left-flanking delimiter run" in the CommonMark specification.
 * Outside ASCII parsers differ in what they take for punctuation.
 */
function emphasized(span: EmphasisSpan, before: string, after: string): string {
  const opens = /(?:^|[\s!-/:-@[-`{-~])$/u.test(before) || /^[\p{L}\p{N}]/u.test(span.content);
  const closes = /^(?:$|[\s!-/:-@[-`{-~])/u.test(after) || /[\p{L}\p{N}]$/u.test(span.content);
  return span.mark + (opens ? "" : seam) + span.content + (closes ? "" : seam) + span.mark;
}

function beginningOf(span: Span | undefined): string {
  if (span === undefined) return "";
  if (span.kind === "break") return "\n";
  return span.kind === "text" ? span.text : seam;
}
