/**
 * Text from anywhere as Markdown for GitHub that shows the text and does nothing else. Two layers:
 * backslashes against the Markdown parser, and zero-width spaces against the filters that GitHub
 * runs on the parsed text (names, references, addresses, emoji, math), which no backslash stops.
 */
import { displayText } from "../display-text.ts";

/** Shows as nothing and parts what GitHub would otherwise read as one word. */
export const seam = "\u200B";

/** Empty places inside what must not be read as one: a seam goes into each. */
const seams: readonly RegExp[] = [
  // Mentions and e-mail addresses. At the end of a text too: what follows it is not ours to know.
  /(?<=[@＠﹫])(?=[\p{L}\p{N}_.-]|$)/gu,
  // #1, owner/name#1 and GH-1. A closing `#` of a heading is cut off in the same way.
  /(?<=[#＃﹟])(?=\p{N}|$)/gu,
  /(?<=(?<![a-z0-9])gh-)(?=\p{N}|$)/giu,
  // Addresses that link themselves, and those of GitHub in any spelling, which also link back.
  /(?<=:)(?=\/\/)/gu,
  /(?<=www)(?=\.)/giu,
  /(?<=github)(?=[.。．｡])/giu,
  // :emoji:, but not the minutes of a time of day.
  /(?<=:)(?=(?!\d\d:)[\w+-]+:)/gu,
  // $math$, whose signs must stand next to a space or punctuation outside and to text inside.
  /(?<=\$)|(?=\$)/gu,
  // `](` makes a link and `]:` a definition; some parsers see them behind a backslash too.
  /(?<=\])(?=[([:])/gu,
  // `/close` and the like, which bots obey.
  /(?<=^\/)(?=[a-z]|$)/giu,
  // A comment such as the marker by which a posted report is found again.
  /(?<=<)(?=!)/gu,
];

const codeSeams: readonly RegExp[] = [
  /(?<=@)(?=\w)/gu,
  /(?<=#|\bgh-)(?=\d)/giu,
  /(?<=\b(?:clos|fix|resolv))(?=e?[sd]?[\s:(]+https?:)/giu,
  /(?<=<)(?=!)/gu,
  /(?<=^[\s>]*\/)(?=[a-z])/giu,
];

/** From 7 to 40 hexadecimal digits are the name of a commit. */
const commitName = /(?<![0-9a-z])[0-9a-f]{7,}(?![0-9a-z])/giu;

/** What the Markdown parser would act on. `[word]` alone stays: it names no definition of ours. */
const markup = new RegExp(
  [
    /(?<plain>\[[\p{L}\p{N}][\p{L}\p{N} ./-]+\])/u,
    /\\(?=[!-/:-@[-`{-~]|$)/u,
    /[`*~$[\]]/u,
    /(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/u,
    /<(?=[a-z/!?\u200B]|$)/u,
    /&(?=#?[a-z0-9]+;)/u,
    /!(?=\[)/u,
  ]
    .map((part) => part.source)
    .join("|"),
  "giu",
);

/** What begins a block, or turns the line before it into a heading or the head of a table. */
const blockStart = /^(?=#{1,6}(?:\s|$)|>|[-+](?:\s|$)|[-=:|][-=:|\s]*$)/u;
const numberedItem = /^(\d{1,9})(?=[.)](?:\s|$))/u;

/**
 * Any text as inline Markdown on one line: parsed by GitHub it shows as `displayText` gives it, and
 * pings, links, formats or embeds nothing. White space at its ends becomes one space. Where it
 * opens a line, `lineStart` must have the last word.
 */
export function escapeText(text: string): string {
  const shown = displayText(text);
  if (shown === "") return /\s/u.test(text) ? " " : "";
  const before = /^\s/u.test(text) ? " " : "";
  const after = /\s$/u.test(text) ? " " : "";
  return before + literal(silent(shown)) + after;
}

/**
 * A line of code: GitHub leaves code alone, but mail programs and bots read the raw text line by
 * line, so names, references, comment markers and commands are parted here too. Addresses and
 * commit names stay whole, because people copy them from code.
 */
export function silentCode(line: string): string {
  return codeSeams.reduce((result, place) => result.replace(place, seam), line);
}

/** `markdown` of one line, so that its first characters begin no block. */
export function lineStart(markdown: string): string {
  return markdown.replace(blockStart, "\\").replace(numberedItem, "$1\\");
}

/** The text with a seam in each place where GitHub's filters, which run on parsed text, would act. */
export function silent(text: string): string {
  const parted = seams.reduce((result, place) => result.replace(place, seam), text);
  return parted.replace(commitName, (name) => name.replace(/.{6}(?=.)/gu, `$&${seam}`));
}

function literal(text: string): string {
  return text.replace(markup, (found, plain: string | undefined) => plain ?? escaped(found));
}

/** Some parsers find the start of a numbered link behind a backslash, and lose marks before its end. */
function escaped(sign: string): string {
  return sign === "[" ? "&#91;" : `\\${sign}`;
}
