/** Text from anywhere as one line that is safe to show: nothing invisible, nothing that reorders, nothing endless. */

/** What has no glyph but changes what is read: controls, annotation marks, code points that are no characters. */
const unwanted =
  /[\p{Cc}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\u{FFF9}-\u{FFFB}]/gu;

/** Joiners and presentation selectors inside an emoji are its spelling: without them it falls apart. */
const emojiGlue =
  /(?<=\p{Emoji})[\u{FE0E}\u{FE0F}]|(?<=\p{Extended_Pictographic}(?:\u{FE0F}|[\u{1F3FB}-\u{1F3FF}])?)\u{200D}(?=\p{Extended_Pictographic})/gu;

/** So they are inside a word of Arabic letters, and after the sign that joins those of Devanagari: see RFC 5892, A.1. */
const letterGlue =
  /(?<=\p{Script=Arabic}\p{M}*)\u{200C}(?=\p{Script=Arabic})|(?<=\u{94D})[\u{200C}\u{200D}](?=\p{Script=Devanagari})/gu;

const whitespace = /[\s\u0085]+/gu;
const stackedMarks = /(\p{M}{4})\p{M}+/gu;

/** Letters and signs that need none of this: nearly all texts are words of them. */
const ready = String.raw`[!-~\u00a1-\u00ac\u00ae-\u02ff\u0391-\u0481\u2010-\u2027\u2030-\u205e\u2190-\u22ff\u4e00-\u9fa5]+`;
const readyText = new RegExp(`^${ready}(?: ${ready})*$`);

/**
 * The text on one line, well-formed and NFC, without controls, direction overrides, zero-width and
 * tag characters, with at most four marks on a letter. Longer than `maxGraphemes` (what a reader
 * counts as characters), it is cut and ends in "…". Says nothing about escaping: each format does
 * its own. Applying it twice changes nothing.
 */
export function displayText(text: string, maxGraphemes = Infinity): string {
  const shown = readyText.test(text) ? text : normalize(text);
  return shown.length <= maxGraphemes ? shown : cut(shown, maxGraphemes);
}

function normalize(text: string): string {
  return withoutUnwanted(text.toWellFormed().replace(whitespace, " "))
    .normalize("NFC")
    .replace(stackedMarks, "$1")
    .replace(whitespace, " ")
    .trim();
}

function withoutUnwanted(text: string): string {
  const kept = new Set(
    [emojiGlue, letterGlue].flatMap((glue) =>
      Array.from(text.matchAll(glue), ({ index }) => index),
    ),
  );
  return text.replace(unwanted, (character, at: number) => (kept.has(at) ? character : ""));
}

function cut(text: string, maxGraphemes: number): string {
  const segments = new Intl.Segmenter("en", { granularity: "grapheme" }).segment(text);
  let count = 0;
  let end = 0;
  for (const { index } of segments) {
    if (count === maxGraphemes) return `${text.slice(0, end).trimEnd()}…`;
    end = index;
    count += 1;
  }
  return text;
}
