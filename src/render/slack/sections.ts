/** The deck in Slack's own markup: a section for each slide, in texts that each fit into one block. */
import type { Block, Deck, ListItem, TableBlock } from "../../domain/deck.ts";
import type { SlackSection } from "../../domain/report-forms.ts";
import { inlineWords } from "../inline-words.ts";
import { atomsOf, marked, textAtoms } from "./atoms.ts";
import { encodeText, lineStart } from "./encode.ts";

/** Characters of one block's text; see "Section block" on docs.slack.dev. */
const longestText = 3_000;

/** As pieces between which it may be broken. */
type Line = readonly string[];

/** Takes a deck whose texts are ready to be shown. */
export function slackSections(deck: Deck): readonly SlackSection[] {
  return deck.slides.map((slide) => {
    const title = inlineWords(slide.title).trim() || "(untitled)";
    const lines = [marked("*", title), ...slide.blocks.flatMap(blockLines)];
    return { title: encodeText(title), texts: packed(lines) };
  });
}

function blockLines(block: Block): readonly Line[] {
  switch (block.kind) {
    case "paragraph":
    case "callout":
      return [atomsOf(block.inlines)];
    case "heading":
      return [marked("*", inlineWords(block.inlines))];
    case "list":
      return block.items.flatMap((item, index) =>
        itemLines(item, block.first === undefined ? "•" : `${block.first + index}.`),
      );
    case "table":
      return tableLines(block);
    case "figures":
      return block.figures.map(({ label, value, note = [] }) => {
        const more = note.length === 0 ? [] : [" — ", ...atomsOf(note)];
        return ["• ", ...textAtoms(`${label}: `), ...atomsOf(value), ...more];
      });
    case "chart":
      return [textAtoms(block.description)];
    case "prose":
      throw new Error("prose is read before a deck is written");
    default:
      return block satisfies never;
  }
}

function itemLines({ inlines, items = [] }: ListItem, mark: string, depth = 0): readonly Line[] {
  const indent = "    ".repeat(Math.min(depth, 4));
  const own = [`${indent}${mark} `, ...atomsOf(inlines)];
  return [own, ...items.flatMap((item) => itemLines(item, "◦", depth + 1))];
}

/** Slack has no tables in its markup: a row is a line, and each cell but the first says what it is. */
function tableLines({ columns, rows }: TableBlock): readonly Line[] {
  return rows.map(({ cells, role = "normal" }) => {
    const [first = [], ...rest] = cells;
    if (role === "heading") return marked("*", inlineWords(first));
    const others = rest.flatMap((cell, at) => {
      const title = columns[at + 1]?.title ?? "";
      const value = atomsOf(cell);
      if (value.join("").trim() === "") return [];
      return [" · ", ...(title === "" ? [] : textAtoms(`${title}: `)), ...value];
    });
    return ["• ", ...atomsOf(first), ...others];
  });
}

/** Lines together as long as they fit; a longer one is broken between its pieces. */
function packed(lines: readonly Line[]): readonly string[] {
  const texts: string[] = [];
  let text = "";
  for (const piece of lines.flatMap(piecesOf)) {
    const joined = text === "" ? piece : `${text}\n${piece}`;
    if (joined.length <= longestText) {
      text = joined;
      continue;
    }
    texts.push(text);
    text = piece;
  }
  return text === "" ? texts : [...texts, text];
}

function piecesOf(line: Line): readonly string[] {
  const pieces: string[] = [];
  let piece = "";
  for (const atom of line) {
    if (piece.length + atom.length + 1 > longestText) {
      pieces.push(piece);
      piece = "";
    }
    piece += atom;
  }
  return [...pieces, piece].map((one) => lineStart(one.trimEnd())).filter((one) => one !== "");
}
