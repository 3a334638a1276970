/** Letters are on the paper: in pixels, for text that can be copied may still not be seen. */
import { afterAll, expect, test } from "vitest";
import { startPrinter } from "../../../src/effects/printer.ts";
import { fontFaces } from "../../builders/fonts.ts";
import { slidesHtml } from "../../builders/slides.ts";
import { drawPdf, inkOf } from "../../oracles/pdf-pixels.ts";

const printer = startPrinter({ onNote: () => undefined });
afterAll(() => printer.dispose());

/** Draws each letter on a page of its own. */
async function draw(letters: string, style: string) {
  const html = slidesHtml(
    Array.from(letters),
    `body { font: 80px "Noto Sans SC", "Noto Emoji" } ${style}`,
  );
  const { pdf } = await printer.print(html, "2020-10-22T08:00:00Z");
  return drawPdf(pdf);
}

test("Chinese and emoji draw, each letter another shape", async () => {
  const letters = "世界发布验证🚀🎉🔥👍";
  const style = fontFaces("noto-sans-sc", letters) + fontFaces("noto-emoji", letters);
  const pictures = await draw(letters, style);
  expect(pictures).toHaveLength(Array.from(letters).length);
  for (const picture of pictures) expect(inkOf(picture)).toBeGreaterThan(200);
  expect(new Set(pictures.map((picture) => picture.join())).size).toBe(pictures.length);
});

const isPackagedHere = process.platform === "linux" && process.arch === "x64";

test.skipIf(!isPackagedHere)("no font of the machine is ever used", async () => {
  const pictures = await draw("世🚀", "");
  expect(pictures.map(inkOf)).toEqual([0, 0]);
});

test("Latin, Greek and Cyrillic letters always draw", async () => {
  for (const picture of await draw("aéΩж€", "")) expect(inkOf(picture)).toBeGreaterThan(200);
});
