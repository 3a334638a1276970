/**
 * Makes the same page the same bytes. Chromium's PDF differs from print to print in two things: the
 * time of printing, and the numbers of table cells, which go on from print to print. Both are replaced
 * digit for digit, so that every offset in the file stays true.
 */
import type { Instant } from "../domain/time.ts";

const date = /(?<=\/(?:CreationDate|ModDate) \(D:)\d{14}/g;

/**
 * The name of a cell, where it is given (`/ID`), listed (`/Names`, `/Limits`) or referred to
 * (`/Headers`): nobody's text can look like that, for a text's own brackets are escaped.
 */
const cell = /(?<=(?:\/ID |\[|\) | R )\(node)\d{8}(?=\))/g;

/** A copy of `pdf` that was made at `at` and whose cells are numbered from 1 in their order. */
export function reproduciblePdf(pdf: Uint8Array, at: Instant): Uint8Array {
  const copy = Buffer.from(pdf);
  // Latin-1 has one character for each byte: places in the text are places in the file.
  const text = copy.toString("latin1");
  const instant = at.replaceAll(/\D/g, "").slice(0, 14);
  for (const { index } of text.matchAll(date)) copy.write(instant, index, "latin1");
  const cells = Array.from(text.matchAll(cell));
  const names = [...new Set(cells.map(([name]) => name))].toSorted();
  const renamed = new Map(names.map((name, rank) => [name, `${rank + 1}`.padStart(8, "0")]));
  for (const { 0: name, index } of cells) copy.write(renamed.get(name) ?? name, index, "latin1");
  return copy;
}
