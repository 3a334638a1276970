/** Sections of a report put into as few texts as hold them, in their order. */
import { piecesOf } from "./markdown-blocks.ts";

export interface Section {
  /** Its heading where it goes on in the next text; empty where it has none. */
  readonly again: string;
  /** The heading is the first of them. */
  readonly blocks: readonly string[];
}

/** What goes into one text. */
export interface Part {
  readonly blocks: string[];
  /** Of the links in it, whose addresses it needs. */
  readonly labels: Set<string>;
  /** That begin in it. */
  sections: number;
  size: number;
}

export interface Room {
  /** Characters for blocks and addresses of one text. */
  readonly room: number;
  /** Lines by their label. */
  readonly addresses: ReadonlyMap<string, string>;
}

export function pack(room: Room, sections: readonly Section[]): readonly Part[] {
  const parts: Part[] = [];
  for (const section of sections) place(room, parts, section);
  return parts;
}

/** Into the last part where all of it fits; else from the beginning of a new one. */
function place(room: Room, parts: Part[], { again, blocks }: Section): void {
  const last = parts.at(-1);
  let part = last !== undefined && isRoomFor(room, last, blocks.join("\n\n")) ? last : fresh(parts);
  part.sections += 1;
  for (const unit of unitsOf(room, again, blocks)) {
    if (!isRoomFor(room, part, unit)) {
      part = fresh(parts);
      if (again !== "") add(room, part, again);
    }
    add(room, part, unit);
  }
}

/** The blocks, each cut to what a text takes; a heading stays with what comes after it. */
function unitsOf(room: Room, again: string, blocks: readonly string[]): readonly string[] {
  const characters = room.room - again.length - 2;
  const cost = (text: string) => sizeOf(room, text, new Set());
  const pieces = blocks.flatMap((block) => piecesOf(block, { characters, cost }));
  const units: string[] = [];
  for (const piece of pieces) {
    const last = units.at(-1);
    const joined = `${last ?? ""}\n\n${piece}`;
    const isHeld = last !== undefined && /^#+ .*$/.test(last) && cost(joined) <= characters;
    if (isHeld) units[units.length - 1] = joined;
    else units.push(piece);
  }
  return units;
}

function fresh(parts: Part[]): Part {
  const part: Part = { blocks: [], labels: new Set(), sections: 0, size: 0 };
  parts.push(part);
  return part;
}

function isRoomFor(room: Room, part: Part, text: string): boolean {
  return part.size + sizeOf(room, text, part.labels) <= room.room;
}

function add(room: Room, part: Part, block: string): void {
  part.size += sizeOf(room, block, part.labels);
  part.blocks.push(block);
  for (const label of labelsIn(block)) part.labels.add(label);
}

/** With its distance from the block before, and the addresses that are not there yet. */
function sizeOf({ addresses }: Room, text: string, known: ReadonlySet<string>): number {
  const news = new Set(labelsIn(text).filter((label) => !known.has(label)));
  const lines = [...news].map((label) => (addresses.get(label)?.length ?? 0) + 1);
  return lines.reduce((sum, length) => sum + length, text.length + 2);
}

function labelsIn(text: string): readonly string[] {
  return Array.from(text.matchAll(/\]\[(\u200B\d+)\]/g), ([, label = ""]) => label);
}
