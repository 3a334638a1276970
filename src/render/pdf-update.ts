/**
 * A PDF as Chromium writes it (plain objects, one table of their places, strings without line ends), and
 * what is changed in it appended: no byte of the first version moves.
 */
import { RenderError } from "../domain/errors.ts";

export interface PdfFile {
  readonly bytes: Uint8Array;
  /** One character for each byte, true where they are ASCII. */
  readonly text: string;
  /** Where each object begins, by its number. */
  readonly offsets: readonly number[];
  /** Of the catalog. */
  readonly root: number;
  /** What else the end of the file says, for the next end. */
  readonly info: string;
  readonly tableAt: number;
}

/** Throws a RenderError for a file of another make. */
export function readPdfFile(bytes: Uint8Array): PdfFile {
  const text = new TextDecoder("latin1").decode(bytes);
  const tableAt = Number(expected(text, /startxref\n(\d+)\n%%EOF\s*$/));
  const table = text.slice(tableAt);
  const header = expected(table, /^(xref\n0 \d+\n)/);
  const count = Number(expected(header, / (\d+)\n$/));
  const offsets = Array.from({ length: count }, (_, at) =>
    Number(table.slice(header.length + 20 * at, header.length + 20 * at + 10)),
  );
  const root = Number(expected(table, /\/Root (\d+) 0 R/));
  const info = expected(table, /(\/Info \d+ 0 R)/);
  return { bytes, text, offsets, root, info, tableAt };
}

/** What an object holds. Throws a RenderError where there is none of that number. */
export function objectIn({ text, offsets }: PdfFile, number: number): string {
  const at = offsets[number] ?? text.length;
  const end = text.indexOf("\nendobj", at);
  return expected(text.slice(at, end), new RegExp(`^${number} 0 obj\\n([^]*)$`));
}

/** What the pattern's group finds. Throws a RenderError where it finds nothing. */
export function expected(text: string, pattern: RegExp): string {
  const found = pattern.exec(text)?.[1];
  if (found !== undefined) return found;
  throw new RenderError("the browser's PDF is not of the kind that notes can be added to", {
    code: "pdf-unknown",
    hint: "leave --pdf-notes out, or --browser",
  });
}

/** The numbers of the objects that a text refers to, in their order. */
export function references(text: string): readonly number[] {
  return Array.from(text.matchAll(/(\d+) 0 R/g), ([, number]) => Number(number));
}

/** The file with these objects in the place of those of the same number, and new ones, all in ASCII. */
export function updatedPdf(file: PdfFile, objects: ReadonlyMap<number, string>): Uint8Array {
  const sorted = [...objects].toSorted(([one], [other]) => one - other);
  let at = file.bytes.length;
  const entries: string[] = [];
  const written = sorted.map(([number, content]) => {
    const object = `${number} 0 obj\n${content}\nendobj\n`;
    entries.push(`${number} 1\n${String(at).padStart(10, "0")} 00000 n \n`);
    at += object.length;
    return object;
  });
  const size = Math.max(file.offsets.length, ...sorted.map(([number]) => number + 1));
  const trailer = `trailer\n<</Size ${size}\n/Root ${file.root} 0 R\n${file.info}\n/Prev ${file.tableAt}>>\n`;
  const end = `xref\n${entries.join("")}${trailer}startxref\n${at}\n%%EOF\n`;
  const added = new TextEncoder().encode(written.join("") + end);
  const all = new Uint8Array(file.bytes.length + added.length);
  all.set(file.bytes);
  all.set(added, file.bytes.length);
  return all;
}
