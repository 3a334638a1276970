/** One page in a running browser, cut off from everything, that prints; the one door to puppeteer. */
// The bundle takes only the part that talks to a running browser: see scripts/bundle.mjs.
import { type CDPSession, connect, type Page } from "puppeteer";
import type { PrintedPages } from "../ports.ts";
import { overflowingSlides } from "./overflow.ts";
import type { Transport } from "./pipe-transport.ts";

/** Prints one HTML after the other, never two at once. Rejects where the page dies. */
export interface PrintingPage {
  print(html: string): Promise<PrintedPages>;
}

/**
 * Takes the page that the browser opened and closes its ways out, each of which alone leaves a hole:
 * no script, no network, no request answered. Time is limited by the caller.
 */
export async function openPage(transport: Transport): Promise<PrintingPage> {
  const browser = await connect({ transport, defaultViewport: null, protocolTimeout: 0 });
  const [page = await browser.newPage()] = await browser.pages();
  const crashed = crashOf(page);
  page.setDefaultTimeout(0);
  page.on("request", (request) => void request.abort().catch(() => undefined));
  const [session] = await Promise.all([
    page.createCDPSession(),
    page.setJavaScriptEnabled(false),
    page.setOfflineMode(true),
    page.setRequestInterception(true),
    page.emulateMediaType("print"),
  ]);
  let isFresh = true;
  return {
    print: (html) => {
      // The first HTML need not wait: there is nothing to forget.
      const empty = isFresh ? Promise.resolve() : forget(page);
      isFresh = false;
      return Promise.race([empty.then(() => printOn(page, session, html)), crashed]);
    },
  };
}

/** A policy that an earlier HTML brought would outlive it and hold for the next one as well. */
async function forget(page: Page): Promise<void> {
  await page.goto("about:blank");
  // With the page it forgets that it is paper.
  await page.emulateMediaType("print");
}

async function printOn(page: Page, session: CDPSession, html: string): Promise<PrintedPages> {
  // Never from a file: a page without an address may not read the machine's files.
  await page.setContent(html);
  const overflowing = await page.evaluate(overflowingSlides);
  // What `page.pdf` asks for as well, but in the answer and not as a file of the browser's to be read
  // piece by piece. The search for overflow has waited for the fonts.
  const { data } = await session.send("Page.printToPDF", {
    preferCSSPageSize: true,
    printBackground: true,
    generateDocumentOutline: true,
    generateTaggedPDF: true,
  });
  return { pdf: Buffer.from(data, "base64"), overflowing };
}

/** Rejects when the page crashes: calls to it are never answered then. */
function crashOf(page: Page): Promise<never> {
  const { promise, reject } = Promise.withResolvers<never>();
  page.once("error", reject);
  // It may crash while nobody prints; whoever prints next learns of it.
  promise.catch(() => undefined);
  return promise;
}
