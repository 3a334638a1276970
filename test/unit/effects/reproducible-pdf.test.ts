import { expect, test } from "vitest";
import { reproduciblePdf } from "../../../src/effects/reproducible-pdf.ts";

const instant = "2020-10-22T08:09:10Z";

function check(text: string, expected: string): void {
  const pdf = Buffer.from(text, "latin1");
  expect(Buffer.from(reproduciblePdf(pdf, instant)).toString("latin1")).toBe(expected);
  expect(pdf.toString("latin1")).toBe(text);
}

test("both dates are replaced and nothing else, not even the length", () => {
  check(
    "%PDF-1.4\n%\xd3\xeb\xe9\xe1\n<</Title (x)\n/CreationDate (D:20261123011459+00'00')\n/ModDate (D:20261123011459+00'00')>>\n\xff\0",
    "%PDF-1.4\n%\xd3\xeb\xe9\xe1\n<</Title (x)\n/CreationDate (D:20201022080910+00'00')\n/ModDate (D:20201022080910+00'00')>>\n\xff\0",
  );
});

test("cells are numbered anew in their old order, wherever they are named", () => {
  check(
    "/ID (node00002174) /ID (node00000999) /Headers [(node00002174) (node00000999)] " +
      "/Limits [(node00000999) (node00002174)] /Names [(node00000999) 12 0 R (node00002174) 147 0 R]",
    "/ID (node00000002) /ID (node00000001) /Headers [(node00000002) (node00000001)] " +
      "/Limits [(node00000001) (node00000002)] /Names [(node00000001) 12 0 R (node00000002) 147 0 R]",
  );
});

test("what is only text stays", () => {
  const text = "/Title (D:20261123011459) /Title (node00002174) /Alt (see [\\(node00002174\\)])";
  check(text, text);
});
