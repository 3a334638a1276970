/** A reader's own browser: JavaScript on, online, none of the printer's restrictions. */
import { launch } from "puppeteer";
import { chooseBrowser } from "../../src/effects/choose-browser.ts";

export interface Opened {
  /** What the page asked for beside itself and what it holds as `data:`. */
  readonly requests: readonly string[];
  /** What appeared on the console: messages, errors, what a policy refused. */
  readonly messages: readonly string[];
  /** Dialogs that a script opened. */
  readonly dialogs: readonly string[];
}

/** Opens a file as a reader would, waits until nothing loads any more, and moves over all of it. */
export async function openAsReader(path: string): Promise<Opened> {
  const { executable, environment } = await chooseBrowser(undefined, () => undefined);
  const browser = await launch({
    executablePath: executable,
    env: { ...process.env, ...environment },
    headless: "shell",
    pipe: true,
    args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
  });
  const opened = { requests: [] as string[], messages: [] as string[], dialogs: [] as string[] };
  try {
    const page = await browser.newPage();
    const session = await page.createCDPSession();
    await Promise.all(
      ["Network", "Log", "Runtime", "Page"].map((part) =>
        session.send(`${part}.enable` as "Log.enable"),
      ),
    );
    const address = `file://${path}`;
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
    await page.goto(address, { waitUntil: "networkidle0" });
    await page.evaluate(touchEverything);
    await page.waitForNetworkIdle({ idleTime: 200 });
    return opened;
  } finally {
    await browser.close();
  }
}

declare const document: {
  querySelectorAll(selectors: string): Iterable<{ dispatchEvent(event: object): boolean }>;
};
declare const Event: new (type: string) => object;

/** Runs in the page. What a title smuggled in may wait for. */
function touchEverything(): void {
  for (const element of document.querySelectorAll("*")) {
    for (const type of ["mouseover", "focus", "pointerenter", "toggle", "error", "load"]) {
      element.dispatchEvent(new Event(type));
    }
  }
}
