/** A printer: a browser that starts at once, prints one HTML after the other and is replaced if it dies. */
import { RenderError } from "../domain/errors.ts";
import type { Instant } from "../domain/time.ts";
import type { PrintedPages, Printer } from "../ports.ts";
import type { BrowserCommand } from "./browser-command.ts";
import { chooseBrowser } from "./choose-browser.ts";
import { reproduciblePdf } from "./reproducible-pdf.ts";
import { type Press, startPress } from "./press.ts";
import { beforeProcessEnds } from "./process-end.ts";
import { removeAbandonedFolders } from "./temporary-folder.ts";

export interface PrinterOptions {
  /** Path of the browser that was asked for; without it one is chosen. */
  readonly executable?: string;
  /** Takes what the person should know, a sentence each. */
  readonly onNote: (text: string) => void;
  /** How long one print may take before the browser counts as hung; a minute where not said. */
  readonly timeoutMs?: number;
}

/** A printer that lives until it is disposed of, or until the process ends. */
export interface DisposablePrinter extends Printer {
  /**
   * Resolves once the browser takes what is to be printed, or nothing waits to be. Opening it takes
   * several answers of ours, each of which would come late while we work on something else.
   */
  opened(): Promise<void>;
  /** Ends the browser at once, synchronously: signal and exit handlers may call it. */
  dispose(): void;
}

/**
 * Returns at once, with the browser starting: make the HTML meanwhile. A printer that nobody waits
 * for does not keep the process alive. Whatever fails rejects `print`, with a RenderError.
 */
export function startPrinter(options: PrinterOptions): DisposablePrinter {
  return new BrowserPrinter(options);
}

class BrowserPrinter implements DisposablePrinter {
  readonly #onNote: (text: string) => void;
  readonly #timeoutMs: number;
  readonly #command: Promise<BrowserCommand>;
  readonly #forgetProcessEnd: () => void;
  #isSandboxed = true;
  #isDisposed = false;
  #press: Press | undefined;
  #last: Promise<unknown> = Promise.resolve();

  constructor({ executable, onNote, timeoutMs = 60_000 }: PrinterOptions) {
    this.#onNote = onNote;
    this.#timeoutMs = timeoutMs;
    this.#forgetProcessEnd = beforeProcessEnds(() => this.dispose());
    if (process.getuid?.() === 0) this.#giveUpSandbox("does not work for root");
    this.#command = chooseBrowser(executable, onNote);
    this.#press = startPress(this.#command, this.#isSandboxed);
    removeAbandonedFolders();
  }

  async print(html: string, asOf: Instant): Promise<PrintedPages> {
    // There is one page: the next print waits for the last, however that went.
    const printed = this.#last.then(() => this.#printWithRestart(html));
    this.#last = printed.catch(() => undefined);
    const { pdf, overflowing } = await printed;
    return { pdf: reproduciblePdf(pdf, asOf), overflowing };
  }

  async opened(): Promise<void> {
    await Promise.race([this.#press?.opened, this.#last]);
  }

  dispose(): void {
    this.#isDisposed = true;
    this.#forgetProcessEnd();
    this.#press?.kill();
  }

  async #printWithRestart(html: string): Promise<PrintedPages> {
    for (let isRestarted = false; !this.#isDisposed;) {
      const press = (this.#press ??= startPress(this.#command, this.#isSandboxed));
      try {
        return await press.print(html, this.#timeoutMs);
      } catch (error) {
        this.#press = undefined;
        press.kill();
        if (error instanceof RenderError) throw error;
        const output = await press.lastWords();
        if (this.#isSandboxed && output.includes("No usable sandbox")) {
          this.#giveUpSandbox("is not available on this machine");
        } else if (isRestarted) throw failed(error, output);
        else isRestarted = true;
      }
    }
    throw new RenderError("The browser was stopped before it had printed.", {
      code: "browser-stopped",
    });
  }

  #giveUpSandbox(why: string): void {
    this.#isSandboxed = false;
    this.#onNote(`The browser's sandbox ${why}; printing goes on without it.`);
  }
}

function failed(cause: unknown, output: string): RenderError {
  const said = output.trim().split("\n").at(-1);
  return new RenderError(`The browser failed twice; the last that was heard of it: ${said}`, {
    code: "browser-failed",
    hint: "Try another browser with --browser.",
    cause,
  });
}
