import { expect, test } from "vitest";
import { readPicture } from "../../../src/plan/read-picture.ts";

/** `320 × 80` of a picture that is taken, undefined of one that is not. */
function check(picture: string | Uint8Array, expected: string | undefined): void {
  const bytes = typeof picture === "string" ? new TextEncoder().encode(picture) : picture;
  const found = readPicture(bytes);
  expect(found && `${found.mediaType} ${found.width} × ${found.height}`).toBe(expected);
  const kept = found === undefined ? bytes : Buffer.from(found.base64, "base64");
  expect(Buffer.from(kept)).toEqual(Buffer.from(bytes));
}

const svg = (inner: string, attributes = 'viewBox="0 0 320 80"') =>
  `<svg xmlns="http://www.w3.org/2000/svg" ${attributes}>${inner}</svg>`;

function png(width: number, height: number): Uint8Array {
  const bytes = Buffer.alloc(64);
  Buffer.from("89504e470d0a1a0a0000000d49484452", "hex").copy(bytes);
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  return Uint8Array.from(bytes);
}

test.each([
  ["a drawing", svg("<path d='M0 0h9'/>")],
  [
    "one with what editors write before it",
    `\uFEFF<?xml version="1.0"?>\n<!-- by hand -->\n${svg("<g/>")}`,
  ],
  ["one that says its size another way", svg("<g/>", 'width="320px" height="80"')],
  ["one that refers to its own parts", svg('<rect fill="url(#g)"/><a href="#top"/>')],
])("takes %s", (_, text) => check(text, "image/svg+xml 320 × 80"));

test("takes a PNG", () => check(png(400, 100), "image/png 400 × 100"));

test.each([
  ["a script", svg("<script>1</script>")],
  ["a script in another name space", svg("<svg:script>1</svg:script>")],
  ["a handler", svg("<g onload='1'/>")],
  ["HTML", svg("<foreignObject/>")],
  ["a picture from elsewhere", svg('<image href="https://example.com/a.png"/>')],
  ["a style from elsewhere", svg("<style>@import 'a.css'</style>")],
  ["a fill from elsewhere", svg('<rect fill="url(https://example.com/#a)"/>')],
  ["a link", svg('<a xlink:href="javascript:1"/>')],
  ["entities", `<!DOCTYPE svg [<!ENTITY a "a">]>${svg("")}`],
  ["no size", svg("", 'width="100%"')],
  ["a size of nothing", svg("", 'viewBox="0 0 0 80"')],
  ["the form of a line", svg("", 'viewBox="0 0 210 10"')],
  ["another root", "<html><svg viewBox='0 0 1 1'></svg></html>"],
  ["nothing", ""],
])("refuses one with %s", (_, text) => check(text, undefined));

test("refuses a PNG that is cut off or empty", () => {
  check(png(400, 100).slice(0, 20), undefined);
  check(png(0, 100), undefined);
});
