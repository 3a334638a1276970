/** Reads from a WOFF2 file what layout needs to know of it: which code points it draws and how wide. */
import { brotliDecompressSync } from "node:zlib";

/** Advance widths by code point, in thousandths of the font size, rounded up. */
export type Advances = ReadonlyMap<number, number>;

const knownTags = ["cmap", "head", "hhea", "hmtx", "maxp", "name", "OS/2", "post", "cvt ", "fpgm"];
const glyfTag = 10;
const locaTag = 11;
const arbitraryTag = 63;

/**
 * The advances of the code points in the file's character map.
 * Source: https://www.w3.org/TR/WOFF2/ and the OpenType tables `cmap`, `head`, `hhea` and `hmtx`.
 */
export function readAdvances(file: Buffer): Advances {
  const tables = readTables(file);
  const unitsPerEm = table(tables, "head").readUInt16BE(18);
  const widths = glyphWidths(tables);
  const advances = new Map<number, number>();
  for (const [codePoint, glyph] of characterMap(table(tables, "cmap"))) {
    const width = widths[Math.min(glyph, widths.length - 1)] ?? 0;
    if (glyph !== 0) advances.set(codePoint, Math.ceil((width * 1000) / unitsPerEm));
  }
  return advances;
}

interface Entry {
  readonly tag: string;
  readonly length: number;
  readonly isTransformed: boolean;
}

interface Table {
  readonly bytes: Buffer;
  readonly isTransformed: boolean;
}

function readTables(file: Buffer): ReadonlyMap<string, Table> {
  if (file.toString("latin1", 0, 4) !== "wOF2") throw new Error("not a WOFF2 file");
  const { entries, end } = readDirectory(file);
  const data = brotliDecompressSync(file.subarray(end, end + file.readUInt32BE(20)));
  const tables = new Map<string, Table>();
  let offset = 0;
  for (const { tag, length, isTransformed } of entries) {
    tables.set(tag, { bytes: data.subarray(offset, offset + length), isTransformed });
    offset += length;
  }
  return tables;
}

function readDirectory(file: Buffer): { readonly entries: readonly Entry[]; readonly end: number } {
  const entries: Entry[] = [];
  let at = 48;
  for (let left = file.readUInt16BE(12); left > 0; left -= 1) {
    const flags = file.readUInt8(at);
    const index = flags & 63;
    const version = flags >> 6;
    at += 1;
    let tag = knownTags[index] ?? `#${index}`;
    if (index === arbitraryTag) {
      tag = file.toString("latin1", at, at + 4);
      at += 4;
    }
    const isTransformed = index === glyfTag || index === locaTag ? version !== 3 : version !== 0;
    let [length, next] = readBase128(file, at);
    if (isTransformed) [length, next] = readBase128(file, next);
    at = next;
    entries.push({ tag, length, isTransformed });
  }
  return { entries, end: at };
}

function readBase128(file: Buffer, start: number): [value: number, next: number] {
  let value = 0;
  let at = start;
  for (;;) {
    const byte = file.readUInt8(at);
    value = value * 128 + (byte & 127);
    at += 1;
    if (byte < 128) return [value, at];
  }
}

function table(tables: ReadonlyMap<string, Table>, tag: string): Buffer {
  const found = tables.get(tag);
  if (found === undefined) throw new Error(`the font has no table ${tag}`);
  return found.bytes;
}

/** A transformed `hmtx` begins with one byte of flags; the widths follow without side bearings. */
function glyphWidths(tables: ReadonlyMap<string, Table>): readonly number[] {
  const count = table(tables, "hhea").readUInt16BE(34);
  const bytes = table(tables, "hmtx");
  const isTransformed = tables.get("hmtx")?.isTransformed === true;
  const [start, step] = isTransformed ? [1, 2] : [0, 4];
  return Array.from({ length: count }, (_, glyph) => bytes.readUInt16BE(start + glyph * step));
}

function* characterMap(cmap: Buffer): Generator<[codePoint: number, glyph: number]> {
  for (let record = 0; record < cmap.readUInt16BE(2); record += 1) {
    const subtable = cmap.subarray(cmap.readUInt32BE(8 + record * 8));
    const format = subtable.readUInt16BE(0);
    if (format === 4) yield* segments(subtable);
    if (format === 12) yield* groups(subtable);
  }
}

function* segments(subtable: Buffer): Generator<[number, number]> {
  const size = subtable.readUInt16BE(6);
  const [ends, starts, deltas, offsets] = [14, 16 + size, 16 + 2 * size, 16 + 3 * size];
  for (let at = 0; at < size; at += 2) {
    const start = subtable.readUInt16BE(starts + at);
    const delta = subtable.readUInt16BE(deltas + at);
    const offset = subtable.readUInt16BE(offsets + at);
    for (let codePoint = start; codePoint <= subtable.readUInt16BE(ends + at); codePoint += 1) {
      if (codePoint === 0xffff) continue;
      const place = offsets + at + offset + 2 * (codePoint - start);
      const glyph = offset === 0 ? codePoint : subtable.readUInt16BE(place);
      yield [codePoint, glyph === 0 ? 0 : (glyph + delta) & 0xffff];
    }
  }
}

function* groups(subtable: Buffer): Generator<[number, number]> {
  for (let group = 0; group < subtable.readUInt32BE(12); group += 1) {
    const at = 16 + group * 12;
    const [start, end, glyph] = [0, 4, 8].map((field) => subtable.readUInt32BE(at + field));
    if (start === undefined || end === undefined || glyph === undefined) continue;
    for (let codePoint = start; codePoint <= end; codePoint += 1) {
      yield [codePoint, glyph + codePoint - start];
    }
  }
}
