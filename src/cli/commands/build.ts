/** `release-deck build`: from the newest snapshot to the deck, offline. */
import { PlanError } from "../../domain/errors.ts";
import { startPrinter } from "../../effects/printer.ts";
import { isOn, textOption, type CliCommand, type Given } from "../command.ts";
import { choiceOf, inputOptions, jsonOption, strictOption } from "../options.ts";
import type { Terminal } from "../terminal.ts";

const formats = ["md", "html", "pdf", "json"] as const;

export const build: CliCommand = {
  name: "build",
  usage: "[plan...]",
  about: "make the deck from the newest snapshot, offline",
  examples: [
    "release-deck build data/plans/v1.20.yaml",
    "release-deck build --as-of 2020-10-22 --format md --out - data/plans/v1.20.yaml",
  ],
  options: [
    ...inputOptions,
    {
      flags: "--format <list>",
      about: "which of md, html, pdf and json",
      fallback: formats.join(","),
    },
    {
      flags: "--out <dir>",
      about: "folder for the artifacts; - prints one format to stdout",
      fallback: "output",
    },
    {
      flags: "--browser <file>",
      about: "Chrome, Chromium or Edge to print with, instead of the packaged one",
    },
    strictOption,
    jsonOption,
  ],
  async run(terminal, given) {
    const wanted = wantedFormats(given);
    if (textOption(given, "out") === "-") refuseMixedOutput(given, wanted);
    // The browser needs longest, so it is on its way before anything else is loaded.
    const printer = wanted.includes("pdf") ? startBrowser(terminal, given) : undefined;
    try {
      const { buildPlans } = await import("../build-plans.ts");
      return await buildPlans({
        terminal,
        given,
        formats: wanted,
        choice: choiceOf(given),
        printer,
      });
    } finally {
      printer?.dispose();
    }
  },
};

function startBrowser(terminal: Terminal, given: Given) {
  const executable =
    textOption(given, "browser") ?? terminal.environment["PUPPETEER_EXECUTABLE_PATH"];
  return startPrinter({
    ...(executable === undefined ? {} : { executable }),
    onNote: (text) => terminal.note(text),
  });
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
