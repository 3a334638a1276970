/** How many columns a text takes where every letter takes one: in a mail, in a block of code. */

/** What takes two columns, as East Asian typography has it; see Unicode's EastAsianWidth.txt. */
const wide =
  /[\u1100-\u115f\u2329\u232a\u2630-\u2637\u268a-\u268f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe10-\ufe19\ufe30-\ufe6b\uff01-\uff60\uffe0-\uffe6\u{16fe0}-\u{18df2}\u{1aff0}-\u{1b2fb}\u{1d300}-\u{1d376}\u{1f200}-\u{1f265}\u{20000}-\u{3fffd}]/u;
const emoji = /\p{Emoji_Presentation}|\p{Emoji}\uFE0F|\p{Regional_Indicator}/u;
const nothing = /[\p{Mn}\p{Me}\p{Cc}\p{Default_Ignorable_Code_Point}\u1160-\u11ff\ud7b0-\ud7fb]/u;

/** Printable ASCII, letters of Latin, Greek and Cyrillic, dashes, arrows, bars: one column each. */
const narrow =
  /^[\x20-\x7e\u00a1-\u00ac\u00ae-\u02ff\u0391-\u0481\u2010-\u2027\u2190-\u22ff\u2500-\u259f]*$/;

/** What may join the character before it. Where there is none of it, a code point is a character. */
const joining =
  /[\p{M}\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator}\p{Default_Ignorable_Code_Point}\u1100-\u11ff\ua960-\ua97c\uac00-\ud7fb]/u;

/** Made where a text asks for it: that takes milliseconds. */
let graphemes: Intl.Segmenter | undefined;

export function displayWidth(text: string): number {
  if (narrow.test(text)) return text.length;
  return graphemesOf(text).reduce((sum, grapheme) => sum + graphemeWidth(grapheme), 0);
}

/** What a reader takes for one character each. */
export function graphemesOf(text: string): readonly string[] {
  if (!joining.test(text)) return Array.from(text);
  graphemes ??= new Intl.Segmenter("en", { granularity: "grapheme" });
  return Array.from(graphemes.segment(text), ({ segment }) => segment);
}

/** The beginning of a text that takes at most `columns`; one that was cut ends in "…". */
export function cutToWidth(text: string, columns: number): string {
  if (displayWidth(text) <= columns) return text;
  let kept = "";
  for (const grapheme of graphemesOf(text)) {
    if (displayWidth(kept + grapheme) > columns - 1) break;
    kept += grapheme;
  }
  return `${kept.trimEnd()}…`;
}

/** An emoji takes two columns however many code points spell it. */
function graphemeWidth(grapheme: string): number {
  if (emoji.test(grapheme)) return 2;
  let width = 0;
  for (const character of grapheme) {
    if (!nothing.test(character)) width += wide.test(character) ? 2 : 1;
  }
  return width;
}
