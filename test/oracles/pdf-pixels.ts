/** What a PDF looks like: its pages drawn by pdf.js on a canvas of the Chromium that printed it. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { getDocument } from "pdfjs-dist";
import { connect, type Page } from "puppeteer";
import { startBrowser } from "../../src/effects/browser-process.ts";
import { chooseBrowser } from "../../src/effects/choose-browser.ts";
import { hasSandbox } from "../builders/own-browser.ts";

/** One page: the lightness of each pixel from 0 to 255, which is paper. */
export type Picture = readonly number[];

/** Draws every page, `scale` pixels to a point. */
export async function drawPdf(pdf: Uint8Array, scale = 1): Promise<readonly Picture[]> {
  const command = await chooseBrowser(undefined, () => undefined);
  const chromium = startBrowser(command, await hasSandbox());
  try {
    const browser = await connect({ transport: chromium.transport });
    const page = await browser.newPage();
    await loadLibrary(page);
    return await page.evaluate(draw, Buffer.from(pdf).toString("base64"), scale);
  } finally {
    chromium.kill();
  }
}

/** How many pixels are dark. */
export function inkOf(picture: Picture): number {
  return picture.filter((lightness) => lightness < 128).length;
}

async function loadLibrary(page: Page): Promise<void> {
  const { resolve } = createRequire(import.meta.url);
  for (const file of ["pdf.worker.min.mjs", "pdf.min.mjs"]) {
    const content = readFileSync(resolve(`pdfjs-dist/build/${file}`), "utf8");
    await page.addScriptTag({ type: "module", content });
  }
  await page.waitForFunction("globalThis.pdfjsLib && globalThis.pdfjsWorker");
}

declare const pdfjsLib: { readonly getDocument: typeof getDocument };
declare const document: { createElement(name: "canvas"): Canvas };

/** The little of a page's own types that is needed here. */
interface Canvas {
  width: number;
  height: number;
  getContext(kind: "2d"): {
    getImageData(x: number, y: number, w: number, h: number): { data: Uint8ClampedArray };
  };
}

/** Runs in the page: it may use nothing outside itself. */
async function draw(base64: string, scale: number): Promise<number[][]> {
  const data = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  const pdf = await pdfjsLib.getDocument({ data }).promise;
  const pictures = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number);
    const viewport = page.getViewport({ scale });
    const canvas = document.createElement("canvas");
    canvas.width = viewport.width;
    canvas.height = viewport.height;
    await page.render({ canvas, viewport }).promise;
    const colors = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data;
    const pixels = Array.from({ length: colors.length / 4 }, (_, at) => at * 4);
    // Every color that is printed here is gray: its green is its lightness.
    pictures.push(pixels.map((at) => colors[at + 1] ?? 255));
  }
  return pictures;
}
