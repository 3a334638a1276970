/**
 * A report in texts of limited length: sections stay whole where they fit into one, and nothing is
 * cut inside a row, a link or a fence. Reads the Markdown that we write ourselves: blocks with an
 * empty line between, `#` and `##` over sections, the addresses of numbered links at the end.
 */
import { blocksOf, piecesOf } from "./markdown-blocks.ts";

export interface Budget {
  /** Characters of one text. */
  readonly characters: number;
  /** How many texts there may be. */
  readonly posts: number;
}

/** Room for what is said about the other texts, and for the number of a text in its heading. */
const reserve = 200;

/** The whole report where it fits; else its beginning, and follow-ups with the rest. */
export function split(markdown: string, budget: Budget): readonly string[] {
  const whole = markdown.trim();
  if (whole.length <= budget.characters) return [whole];
  const document = readDocument(whole);
  const parts = packed(document, budget.characters - reserve);
  const kept = parts.slice(0, budget.posts);
  const leftOut = parts.slice(budget.posts);
  return kept.map((part, index) => {
    const said =
      index === kept.length - 1 ? leftOutNote(leftOut) : continuation(index, kept.length);
    return partText(document, part, { number: index + 1, of: kept.length, said });
  });
}

interface Document {
  /** The first heading, which every text begins with. */
  readonly heading: string;
  readonly sections: readonly Section[];
  /** Lines by their label. */
  readonly addresses: ReadonlyMap<string, string>;
}

interface Section {
  /** `## Title`; empty for what stands under the first heading. */
  readonly heading: string;
  readonly blocks: readonly string[];
}

interface Part {
  readonly blocks: string[];
  /** Of the sections that are in it. */
  readonly titles: string[];
  readonly labels: Set<string>;
  size: number;
}

const address = /^\[(\u200B\d+)\]: /;
const reference = /\]\[(\u200B\d+)\]/g;

function readDocument(markdown: string): Document {
  const blocks = blocksOf(markdown);
  const last = blocks.at(-1) ?? "";
  const lines = address.test(last) ? last.split("\n") : [];
  const addresses = new Map(lines.map((line) => [address.exec(line)?.[1] ?? "", line]));
  const [first = "", ...rest] = lines.length === 0 ? blocks : blocks.slice(0, -1);
  const hasHeading = first.startsWith("# ");
  const heading = hasHeading ? first : "# Report";
  return { heading, sections: sectionsOf(hasHeading ? rest : [first, ...rest]), addresses };
}

function sectionsOf(blocks: readonly string[]): readonly Section[] {
  const sections: { heading: string; blocks: string[] }[] = [{ heading: "", blocks: [] }];
  for (const block of blocks) {
    if (block.startsWith("## ")) sections.push({ heading: block, blocks: [] });
    else sections.at(-1)?.blocks.push(block);
  }
  return sections.filter(({ heading, blocks: own }) => heading !== "" || own.length > 0);
}

function packed(document: Document, characters: number): readonly Part[] {
  const parts: Part[] = [];
  const room = characters - document.heading.length;
  for (const section of document.sections) {
    const pieces = section.blocks.flatMap((block) =>
      piecesOf(block, pieceRoom(document, section, room)),
    );
    if (!isWhole(document, parts.at(-1), section, pieces, room)) parts.push(freshPart());
    place(document, parts, { section, pieces, room });
  }
  return parts;
}

function freshPart(): Part {
  return { blocks: [], titles: [], labels: new Set(), size: 0 };
}

/** What one block may take: a text of its own but for the headings and the addresses that it needs. */
function pieceRoom({ addresses }: Document, { heading }: Section, room: number) {
  return {
    characters: room - heading.length - continued.length - 4,
    cost: (text: string) => sizeOf(addresses, text, new Set()),
  };
}

/** Whether a section fits as a whole into the last part; or into none, so that it may begin there. */
function isWhole(
  { addresses }: Document,
  part: Part | undefined,
  { heading }: Section,
  pieces: readonly string[],
  room: number,
): boolean {
  if (part === undefined) return false;
  const all = [heading, ...pieces].join("\n\n");
  return part.size + sizeOf(addresses, all, part.labels) <= room;
}

const continued = " (continued)";

function place(
  { addresses }: Document,
  parts: Part[],
  { section, pieces, room }: { section: Section; pieces: readonly string[]; room: number },
): void {
  let part = parts.at(-1) ?? freshPart();
  add(addresses, part, section.heading, section.heading);
  for (const piece of pieces) {
    if (part.size + sizeOf(addresses, piece, part.labels) > room) {
      part = freshPart();
      parts.push(part);
      const again = section.heading === "" ? "" : section.heading + continued;
      add(addresses, part, again, section.heading);
    }
    add(addresses, part, piece);
  }
}

function add(addresses: Document["addresses"], part: Part, block: string, title?: string): void {
  if (title !== undefined && title !== "") part.titles.push(title.replace(/^#+ /, ""));
  if (block === "") return;
  part.size += sizeOf(addresses, block, part.labels);
  part.blocks.push(block);
  for (const label of labelsIn(block)) part.labels.add(label);
}

/** With its distance from the block before, and the addresses that are not there yet. */
function sizeOf(
  addresses: Document["addresses"],
  text: string,
  known: ReadonlySet<string>,
): number {
  const fresh = new Set(labelsIn(text).filter((label) => !known.has(label)));
  const lines = [...fresh].map((label) => (addresses.get(label)?.length ?? 0) + 1);
  return text.length + 2 + lines.reduce((sum, length) => sum + length, 0);
}

function labelsIn(text: string): readonly string[] {
  return Array.from(text.matchAll(reference), ([, label = ""]) => label);
}

function partText(
  { heading, addresses }: Document,
  { blocks, labels }: Part,
  { number, of, said }: { number: number; of: number; said: string },
): string {
  const lines = [...addresses].flatMap(([label, line]) => (labels.has(label) ? [line] : []));
  const title = of === 1 ? heading : `${heading} (${number}/${of})`;
  return [title, ...blocks, said, lines.join("\n")].filter((text) => text !== "").join("\n\n");
}

function continuation(index: number, of: number): string {
  if (index > 0) return "";
  return of === 2 ? "*Continued in one more post.*" : `*Continued in ${of - 1} more posts.*`;
}

function leftOutNote(parts: readonly Part[]): string {
  if (parts.length === 0) return "";
  const count = new Set(parts.flatMap(({ titles }) => titles)).size;
  const what = count < 2 ? "the rest" : `the rest, of ${count} sections`;
  return `*Left out for want of room: ${what}.*`;
}
