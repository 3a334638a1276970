/** The deck's inlines as pieces of Slack's markup between which a text may be broken. */
import type { Inline } from "../../domain/deck.ts";
import { hostToShow } from "../deceptive-link.ts";
import { safeUrl } from "../safe-url.ts";
import { encodeLink, encodeText } from "./encode.ts";

/** Longer words and links lose their form rather than a part of them. */
const longestAtom = 1_000;
/** Encoded a character takes up to five, and a seam one more. */
const longestWord = Math.floor(longestAtom / 6);

/** Each short, and whole by itself; joined they are the text. */
export function atomsOf(inlines: readonly Inline[]): readonly string[] {
  return inlines.flatMap(atomsOfOne);
}

/** Any text, without markup. */
export function textAtoms(text: string): readonly string[] {
  return (text.match(/\s+|\S+/g) ?? []).flatMap(chopped).map(encodeText);
}

function atomsOfOne(inline: Inline): readonly string[] {
  switch (inline.kind) {
    case "text":
      return textAtoms(inline.text);
    case "status":
      return textAtoms(inline.word);
    case "strong":
      return marked("*", inline.text);
    case "code":
      return marked("`", inline.text);
    case "link":
    case "number":
      return linked(inline.text, safeUrl(inline.url ?? ""));
    default:
      return inline satisfies never;
  }
}

/** Plain where the mark would not do: at a space, or beside another of its kind. */
export function marked(mark: "*" | "`", text: string): readonly string[] {
  const core = text.trim();
  const markup = `${mark}${encodeText(core)}${mark}`;
  if (core === "" || core.includes(mark) || markup.length > longestAtom) return textAtoms(text);
  return [/^\s/.test(text) ? " " : "", markup, /\s$/.test(text) ? " " : ""];
}

function linked(text: string, address: string | undefined): readonly string[] {
  if (address === undefined || text.trim() === "") return textAtoms(text);
  const host = hostToShow(text, address);
  const link = encodeLink(address, host === undefined ? text : `${text} (${host})`);
  return link.length > longestAtom ? textAtoms(text) : [link];
}

function chopped(word: string): readonly string[] {
  if (word.length <= longestWord) return [word];
  const pieces: string[] = [];
  let piece = "";
  for (const character of word) {
    if (piece.length + character.length > longestWord) {
      pieces.push(piece);
      piece = "";
    }
    piece += character;
  }
  return [...pieces, piece];
}
