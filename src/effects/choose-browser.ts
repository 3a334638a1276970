/** Which browser prints: the one asked for, else the packaged one, else one of the machine. */
import { RenderError } from "../domain/errors.ts";
import type { BrowserCommand } from "./browser-command.ts";
import { findInstalledBrowser, isProgram } from "./installed-browser.ts";
import { findPackagedBrowser, preparePackagedBrowser } from "./packaged-browser.ts";

/** Throws a RenderError where the one asked for cannot be run, or where there is none at all. */
export async function chooseBrowser(
  asked: string | undefined,
  onNote: (text: string) => void,
): Promise<BrowserCommand> {
  if (asked !== undefined) return askedFor(asked);
  const source = findPackagedBrowser();
  if (source !== undefined) return preparePackagedBrowser(source, onNote);
  const executable = findInstalledBrowser();
  if (executable !== undefined) return { executable, environment: {}, hasProfile: true };
  throw new RenderError("There is no browser to print with.", {
    code: "browser-missing",
    hint: "Install Chrome, Chromium or Edge, or say where one is with --browser.",
  });
}

function askedFor(executable: string): BrowserCommand {
  if (isProgram(executable)) return { executable, environment: {}, hasProfile: true };
  throw new RenderError(`The browser ${executable} is not a program that can be run.`, {
    code: "browser-missing",
    hint: "Check --browser and PUPPETEER_EXECUTABLE_PATH.",
  });
}
