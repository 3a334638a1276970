/** Letters are on the paper: in pixels, for text that can be copied may still not be seen. */
import { afterAll, expect, test } from "vitest";
import { startPrinter } from "../../../src/effects/printer.ts";
import { fontFaces } from "../../builders/fonts.ts";
import { slidesHtml } from "../../builders/slides.ts";
import { drawPdf, inkOf, type Picture } from "../../oracles/pdf-pixels.ts";

const printer = startPrinter({ onNote: () => undefined });
afterAll(() => printer.dispose());

const fonts = {
  "noto-sans-sc": "Noto Sans SC",
  "noto-sans-kr": "Noto Sans KR",
  "noto-sans-arabic": "Noto Sans Arabic",
  "noto-sans-hebrew": "Noto Sans Hebrew",
  "noto-sans-thai": "Noto Sans Thai",
  "noto-sans-devanagari": "Noto Sans Devanagari",
  "noto-emoji": "Noto Emoji",
};

/** Draws each text on a page of its own, with what it needs of the fonts. */
async function draw(...texts: readonly string[]): Promise<readonly Picture[]> {
  const faces = Object.keys(fonts).map((name) => fontFaces(name, texts.join("")));
  return drawWith(faces.join("\n"), texts);
}

async function drawWith(style: string, texts: readonly string[]): Promise<readonly Picture[]> {
  const families = Object.values(fonts).map((family) => `"${family}"`);
  const html = slidesHtml(texts, `body { font: 80px ${families.join()} } ${style}`);
  const { pdf } = await printer.print(html, "2020-10-22T08:00:00Z");
  return drawPdf(pdf);
}

/** As many pieces as ink falls into, seen from above: letters that join are one. */
function piecesOf(picture: Picture): number {
  const width = 288;
  const columns = Array.from({ length: width }, (_, x) =>
    picture.some((lightness, at) => at % width === x && lightness < 128),
  );
  return columns.filter((isInk, x) => isInk && columns[x - 1] !== true).length;
}

/** Chinese, Japanese, Korean, Arabic, Hebrew, Thai and Devanagari letters, and emoji. */
const letters = "世界かナ한국ابتחטמกขฆकखग🚀🎉👍";

test("letters of every script draw, each another shape", async () => {
  const pictures = await draw(...letters);
  expect(pictures).toHaveLength(Array.from(letters).length);
  for (const picture of pictures) expect(inkOf(picture)).toBeGreaterThan(200);
  expect(new Set(pictures.map((picture) => picture.join())).size).toBe(pictures.length);
});

test("letters join where their script joins them, but not at a joiner that forbids it", async () => {
  const pictures = await draw("ששש", "سسس", "س\u200cس\u200cس", "नमन", "क्ष", "क्\u200cष");
  const [conjunct, apart] = pictures.slice(-2);
  expect(pictures.slice(0, 4).map(piecesOf)).toEqual([3, 1, 3, 1]);
  expect(conjunct).not.toEqual(apart);
});

test("Hebrew and Arabic run from right to left", async () => {
  const [line, backward, joined, forward] = await draw(
    "אבג",
    `<bdo dir="ltr">גבא</bdo>`,
    "سلام",
    `<bdo dir="ltr">سلام</bdo>`,
  );
  expect(line).toEqual(backward);
  expect(joined).not.toEqual(forward);
});

const isPackagedHere = process.platform === "linux" && process.arch === "x64";

test.skipIf(!isPackagedHere)("no font of the machine is ever used", async () => {
  const pictures = await drawWith("", ["世", "🚀", "한", "م", "ไ", "ह"]);
  expect(pictures.map(inkOf)).toEqual([0, 0, 0, 0, 0, 0]);
});

test("Latin, Greek and Cyrillic letters always draw", async () => {
  for (const picture of await drawWith("", [..."aéΩж€"])) {
    expect(inkOf(picture)).toBeGreaterThan(200);
  }
});
