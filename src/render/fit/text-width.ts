/** How wide text will be, from the advances of the fonts that the page embeds: never less than it is. */
import advanceRuns from "../font-advances.json" with { type: "json" };

export type Face = "regular" | "semibold" | "mono";

/** A stretch of text in one face; sizes are in px. */
export interface TextRun {
  readonly text: string;
  readonly face: Face;
  readonly size: number;
  /** Room before it for a shape, in px. */
  readonly lead: number;
}

/** All in thousandths of the font size. A tabular digit is wider than its advance says. */
const digitWidth = 660;
const monoWidth = 600;
const ideographWidth = 1000;
const emojiWidth = 1270;
/** What no font of ours draws comes from the reader's machine, or as a box. */
const unknownWidth = 1100;

const tables = new Map<keyof typeof advanceRuns, ReadonlyMap<number, number>>();

/** Most words are measured several times: where a text may be cut, where a page may end. */
const measured: Readonly<Record<Face, Map<string, number>>> = {
  regular: new Map(),
  semibold: new Map(),
  mono: new Map(),
};
/** More words than a deck has; a process may make many. */
const maxMeasured = 20_000;

/** The width in px, without kerning (which mostly narrows). */
export function textWidth({ text, face, size, lead }: TextRun): number {
  const widths = measured[face];
  const width = widths.get(text) ?? advances(text, face);
  if (widths.size === maxMeasured) widths.clear();
  widths.set(text, width);
  return (width * size) / 1000 + lead;
}

function advances(text: string, face: Face): number {
  let width = 0;
  for (const character of text) width += advance(character, face);
  return width;
}

function advance(character: string, face: Face): number {
  const codePoint = character.codePointAt(0) ?? 0;
  if (codePoint >= 0x30 && codePoint <= 0x39) return face === "mono" ? monoWidth : digitWidth;
  const known = table(face === "semibold" ? "600" : "400").get(codePoint);
  if (known === undefined) return advanceOfOther(character, codePoint);
  return face === "mono" ? monoWidth : known;
}

/** Of a character that the tables do not have. */
function advanceOfOther(character: string, codePoint: number): number {
  if (/\p{Default_Ignorable_Code_Point}/u.test(character)) return 0;
  if (isIdeographic(character)) return ideographWidth;
  return /\p{Extended_Pictographic}|\p{Regional_Indicator}/u.test(character)
    ? emojiWidth
    : (table("scripts").get(codePoint) ?? unknownWidth);
}

/** As a set of a regular expression: what stands in a square, before and after which a line may break. */
export const ideographs = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff00-\uffef`;
const ideograph = new RegExp(`[${ideographs}]`, "u");

/** Whether the text has a character that stands in a square. */
export function isIdeographic(text: string): boolean {
  return !/^[\0-\u10ff\u1200-\u2e7f]*$/.test(text) && ideograph.test(text);
}

function table(name: keyof typeof advanceRuns): ReadonlyMap<number, number> {
  const known = tables.get(name);
  if (known !== undefined) return known;
  const runs = advanceRuns[name];
  const made = new Map(
    runs.flatMap(([first = 0, ...widths]) => widths.map((width, at) => [first + at, width])),
  );
  tables.set(name, made);
  return made;
}
