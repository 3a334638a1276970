/** A reader's own browser: JavaScript on, online, none of the printer's restrictions. */
import { type Browser, launch, type Page, type Viewport } from "puppeteer";
import { afterAll, expect } from "vitest";
import { chooseBrowser } from "../../src/effects/choose-browser.ts";
import { hasSandbox } from "../builders/own-browser.ts";

export interface Opened {
  /** What the page asked for beside itself and what it holds as `data:`. */
  readonly requests: readonly string[];
  /** What appeared on the console: messages, errors, what a policy refused. */
  readonly messages: readonly string[];
  /** Dialogs that a script opened. */
  readonly dialogs: readonly string[];
}

/** What a page has to do for a test to find nothing. */
export const nothing: Opened = { requests: [], messages: [], dialogs: [] };

export interface Reader {
  readonly page: Page;
  /** Grows while the page, and every window that it opens, is looked at. */
  readonly opened: Opened;
}

export interface ReaderOptions {
  readonly viewport?: Viewport;
  readonly hasJavaScript?: boolean;
  /** Runs in the page before anything of its own. */
  readonly before?: () => void;
}

let started: Promise<Browser> | undefined;

afterAll(async () => (await started)?.close());

/** The browser, the same for all tests of a file. */
function browserOfFile(): Promise<Browser> {
  started ??= startBrowser();
  return started;
}

async function startBrowser(): Promise<Browser> {
  const { executable, environment } = await chooseBrowser(undefined, () => undefined);
  return launch({
    executablePath: executable,
    env: { ...process.env, ...environment },
    headless: "shell",
    pipe: true,
    args: (await hasSandbox()) ? [] : ["--no-sandbox"],
  });
}

/** Opens an address as a reader would. */
export async function read<Result>(
  address: string,
  use: (reader: Reader) => Promise<Result>,
  { viewport, hasJavaScript = true, before }: ReaderOptions = {},
): Promise<Result> {
  const browser = await browserOfFile();
  const context = await browser.createBrowserContext();
  const opened = { requests: [] as string[], messages: [] as string[], dialogs: [] as string[] };
  try {
    const page = await context.newPage();
    await watch(page, opened, address);
    await page.setJavaScriptEnabled(hasJavaScript);
    if (viewport !== undefined) await page.setViewport(viewport);
    if (before !== undefined) await page.evaluateOnNewDocument(before);
    await page.goto(address, { waitUntil: "load" });
    return await use({ page, opened });
  } finally {
    await context.close();
  }
}

interface Growing {
  readonly requests: string[];
  readonly messages: string[];
  readonly dialogs: string[];
}

async function watch(page: Page, opened: Growing, address: string): Promise<void> {
  const session = await page.createCDPSession();
  session.on("Network.requestWillBeSent", ({ request: { url } }) => {
    if (url !== address && !url.startsWith("data:")) opened.requests.push(url);
  });
  session.on("Log.entryAdded", ({ entry: { text } }) => opened.messages.push(text));
  session.on("Runtime.consoleAPICalled", ({ type }) => opened.messages.push(type));
  session.on("Runtime.exceptionThrown", ({ exceptionDetails: { text } }) =>
    opened.messages.push(text),
  );
  page.on("dialog", (dialog) => {
    opened.dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  page.on("popup", (popup) => {
    if (popup !== null) void watch(popup, opened, "about:blank");
  });
  const parts = ["Network", "Log", "Runtime", "Page"];
  await Promise.all(parts.map((part) => session.send(`${part}.enable` as "Log.enable")));
}

/** The window that the page opens by `act`. */
export async function windowOpenedBy(page: Page, act: () => Promise<unknown>): Promise<Page> {
  const { promise, resolve } = Promise.withResolvers<Page | null>();
  page.once("popup", resolve);
  await act();
  const opened = await promise;
  if (opened === null) throw new Error("No window was opened.");
  return opened;
}

/** Opens a file, moves over all of it, and presents it from one end to the other in every way. */
export function openAsReader(path: string): Promise<Opened> {
  return read(`file://${path}`, async ({ page, opened }) => {
    await page.evaluate(touchEverything);
    const slideCount = await page.$$eval("section[data-slide]", (slides) => slides.length);
    if (slideCount > 0) await present(page, slideCount);
    await page.waitForNetworkIdle({ idleTime: 200 });
    return opened;
  });
}

/** Each turn is noted in the history twice, and 200 notes in ten seconds make the browser complain. */
const mostTurns = 60;

async function present(page: Page, slideCount: number): Promise<void> {
  const press = (key: string, target = page) => target.keyboard.press(key as "n");
  const view = await windowOpenedBy(page, () => press("p"));
  for (const key of ["n", "d", "o", "o", "?", "?"]) await press(key);
  const last = Math.min(slideCount - 1, mostTurns);
  await view.evaluate(turnPages, last);
  expect(await page.$$eval("section[data-slide]", currentOf)).toBe(last);
  await view.evaluate(touchEverything);
  await page.evaluate(touchEverything);
  await page.bringToFront();
  await press("Escape");
}

interface Painted {
  querySelectorAll(selectors: string): Iterable<{ dispatchEvent(event: object): boolean }>;
  readonly body: { dispatchEvent(event: object): boolean; readonly offsetHeight: number };
}

declare const document: Painted;
declare const opener: { readonly document: Painted };
declare const Event: new (type: string) => object;
declare const KeyboardEvent: new (type: string, init: object) => object;

/** Runs in the presenter's window. Each slide is laid out, so that whatever it would load is asked for. */
function turnPages(turns: number): void {
  for (let turn = 0; turn < turns; turn += 1) {
    document.body.dispatchEvent(new KeyboardEvent("keydown", { key: "PageDown", bubbles: true }));
    if (document.body.offsetHeight + opener.document.body.offsetHeight < 0) break;
  }
}

/** Runs in the page. */
function currentOf(slides: readonly { readonly className: string }[]): number {
  return slides.findIndex(({ className }) => /\bcurrent\b/.test(className));
}

/** Runs in the page. What a title smuggled in may wait for. */
function touchEverything(): void {
  for (const element of document.querySelectorAll("*")) {
    for (const type of ["mouseover", "focus", "pointerenter", "toggle", "error", "load"]) {
      element.dispatchEvent(new Event(type));
    }
  }
}
