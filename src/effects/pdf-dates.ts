/** Gives a printed PDF the date of its contents in the place of the time of printing. */
import type { Instant } from "../domain/time.ts";

const date = /\/(?:CreationDate|ModDate) \(D:(?<digits>\d{14})/g;

/**
 * A copy of `pdf` whose `/CreationDate` and `/ModDate` say `at`. Chromium writes the time of printing
 * there, in UTC, and nothing else in its PDF changes from run to run. The digits are replaced one for
 * one: every offset in the file stays true.
 */
export function datePdf(pdf: Uint8Array, at: Instant): Uint8Array {
  const dated = Buffer.from(pdf);
  const digits = at.replaceAll(/\D/g, "").slice(0, 14);
  // Latin-1 has one character for each byte, so that places in the text are places in the file.
  for (const found of dated.toString("latin1").matchAll(date)) {
    dated.write(digits, found.index + found[0].length - digits.length, "latin1");
  }
  return dated;
}
