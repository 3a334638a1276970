/** What the commands that make artifacts share: their options, the formats, the browser. */
import { PlanError } from "../domain/errors.ts";
import { startPrinter, type DisposablePrinter } from "../effects/printer.ts";
import { isOn, textOption, type CommandOption, type Given } from "./command.ts";
import type { Terminal } from "./terminal.ts";

/** What is made where nothing else is asked for. */
const usualFormats = ["md", "html", "pdf", "json", "ics"] as const;
const formats = [...usualFormats, "pptx"] as const;

export const outOption: CommandOption = {
  flags: "--out <dir>",
  about: "folder for the artifacts; - prints one format to stdout",
  fallback: "output",
};

export const browserOption: CommandOption = {
  flags: "--browser <file>",
  about: "Chrome, Chromium or Edge to print with, instead of the packaged one",
};

export const artifactOptions: readonly CommandOption[] = [
  {
    flags: "--format <list>",
    about: "which of md, html, pdf, json, ics and pptx",
    fallback: usualFormats.join(","),
  },
  outOption,
  browserOption,
];

/** The formats asked for. Throws a PlanError for one that there is not, and for too much on stdout. */
export function formatsOf(given: Given): readonly string[] {
  const wanted = wantedFormats(given);
  if (textOption(given, "out") === "-") refuseMixedOutput(given, wanted);
  return wanted;
}

/** Starts the browser where one of the formats needs it; whoever asks disposes of it. */
export function browserFor(
  terminal: Terminal,
  given: Given,
  wanted: readonly string[],
): DisposablePrinter | undefined {
  return wanted.includes("pdf") ? startBrowser(terminal, given) : undefined;
}

/** Starts the browser; whoever asks disposes of it. */
export function startBrowser(terminal: Terminal, given: Given): DisposablePrinter {
  const executable = askedBrowser(terminal, given);
  return startPrinter({
    ...(executable === undefined ? {} : { executable }),
    onNote: (text) => terminal.note(text),
  });
}

/** The browser that a person wants; undefined where one is to be chosen. */
export function askedBrowser({ environment }: Terminal, given: Given): string | undefined {
  return textOption(given, "browser") ?? environment["PUPPETEER_EXECUTABLE_PATH"];
}

/** Stdout takes one thing. */
function refuseMixedOutput(given: Given, wanted: readonly string[]): void {
  if (wanted.length === 1 && !isOn(given, "json")) return;
  throw new PlanError("--out - prints one format and nothing else", {
    code: "arguments",
    hint: isOn(given, "json") ? "leave --json out" : "name it, e.g. --format md --out -",
  });
}

function wantedFormats(given: Given): readonly string[] {
  const wanted = (textOption(given, "format") ?? "").split(",").map((word) => word.trim());
  const unknown = wanted.filter((word) => !(formats as readonly string[]).includes(word));
  if (unknown.length === 0) return formats.filter((format) => wanted.includes(format));
  throw new PlanError(`--format: "${unknown.join(", ")}" is not a format`, {
    code: "arguments",
    hint: `it may be ${formats.join(", ")}, with commas between`,
  });
}
