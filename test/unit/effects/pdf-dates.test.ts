import { expect, test } from "vitest";
import { datePdf } from "../../../src/effects/pdf-dates.ts";

const instant = "2020-10-22T08:09:10Z";

function check(text: string, expected: string): void {
  const pdf = Buffer.from(text, "latin1");
  expect(Buffer.from(datePdf(pdf, instant)).toString("latin1")).toBe(expected);
  expect(pdf.toString("latin1")).toBe(text);
}

test("both dates are replaced and nothing else, not even the length", () => {
  check(
    "%PDF-1.4\n%\xd3\xeb\xe9\xe1\n<</Title (x)\n/CreationDate (D:20261123011459+00'00')\n/ModDate (D:20261123011459+00'00')>>\n\xff\0",
    "%PDF-1.4\n%\xd3\xeb\xe9\xe1\n<</Title (x)\n/CreationDate (D:20201022080910+00'00')\n/ModDate (D:20201022080910+00'00')>>\n\xff\0",
  );
});

test("a date that is only text stays", () => {
  check("/Title (printed D:20261123011459)", "/Title (printed D:20261123011459)");
});
