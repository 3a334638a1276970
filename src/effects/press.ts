/** One browser with one page that prints, from its start to its end. */
import { RenderError } from "../domain/errors.ts";
import type { PrintedPages } from "../ports.ts";
import type { BrowserCommand } from "./browser-command.ts";
import { type BrowserProcess, startBrowser } from "./browser-process.ts";

export interface Press {
  /** Resolves once its page takes what is to be printed, or never will. */
  readonly opened: Promise<void>;
  /**
   * Rejects with a RenderError where there is no browser or it takes too long, and with any other
   * error where the browser failed, which another one may not.
   */
  print(html: string, timeoutMs: number): Promise<PrintedPages>;
  /** Ends the browser at once. */
  kill(): void;
  /** What a browser that has been ended had to say. */
  lastWords(): Promise<string>;
}

const lastWordsMs = 1_000;

/** Starts the browser as soon as it is known which, and then loads what talks to it. */
export function startPress(command: Promise<BrowserCommand>, isSandboxed: boolean): Press {
  let browser: BrowserProcess | undefined;
  let isKilled = false;
  const page = command.then(async (known) => {
    if (isKilled) throw new Error("It was stopped before it had started.");
    browser = startBrowser(known, isSandboxed);
    const { openPage } = await import("./browser.ts");
    return Promise.race([openPage(browser.transport), failureOf(browser)]);
  });
  return {
    // Whoever prints learns of a failure; nobody may.
    opened: page.then(
      () => undefined,
      () => undefined,
    ),
    print: async (html, timeoutMs) => {
      // A browser that is being unpacked for the first time is not late.
      await command;
      const printed = page.then((ready) => ready.print(html));
      return withDeadline(printed, timeoutMs);
    },
    kill: () => {
      isKilled = true;
      browser?.kill();
    },
    lastWords: async () => {
      if (browser === undefined) return "";
      return withDeadline(browser.ended, lastWordsMs).catch(() => "");
    },
  };
}

async function failureOf(browser: BrowserProcess): Promise<never> {
  throw new Error(await browser.ended);
}

/** Its timer also keeps the process alive, which no part of a browser does. */
function withDeadline<Value>(work: Promise<Value>, timeoutMs: number): Promise<Value> {
  const { promise, reject } = Promise.withResolvers<never>();
  const late = new RenderError(`The browser did not print within ${timeoutMs / 1000} seconds.`, {
    code: "browser-timeout",
    hint: "Is the deck very large, or the machine very busy?",
  });
  const timer = setTimeout(() => reject(late), timeoutMs);
  return Promise.race([work, promise]).finally(() => clearTimeout(timer));
}
