/** What the commands that make artifacts share: their options, the formats, the browser. */
import { cutNames, type CutName } from "../domain/cut.ts";
import { PlanError } from "../domain/errors.ts";
import { startPrinter, type DisposablePrinter } from "../effects/printer.ts";
import type { Edition } from "../index.ts";
import { isOn, textOption, type CommandOption, type Given } from "./command.ts";
import type { Terminal } from "./terminal.ts";

/** What is made of each cut where nothing else is asked for. */
const usualFormats: Readonly<Record<CutName, readonly string[]>> = {
  meeting: ["md", "html", "pdf", "json", "ics"],
  exec: ["md"],
  mail: ["txt"],
  final: ["md", "html", "pdf"],
  reminder: ["md"],
};
const formats = [...usualFormats.meeting, "pptx", ...usualFormats.mail];

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
    flags: "--cut <list>",
    about:
      "for whom: meeting is all of it, exec one page, mail plain text of 72 columns, final a retrospective, reminder what crossed a line",
    fallback: "meeting",
  },
  { flags: "--final", about: "the retrospective of a release that is over: as --cut final" },
  {
    flags: "--format <list>",
    about: `which of md, html, pdf, json, ics, pptx and txt (default: "${usualFormats.meeting.join(",")}"; of exec and reminder md, of mail txt, of final ${usualFormats.final.join(",")})`,
  },
  { flags: "--pdf-notes", about: "with the speaker notes in the PDF, as comments on its pages" },
  outOption,
  browserOption,
];

/**
 * The cuts asked for, each with its formats. Throws a PlanError for a word that names none, and for
 * too much on stdout.
 */
export function editionsOf(given: Given): readonly Edition[] {
  const asked = textOption(given, "format");
  const wanted = asked === undefined ? undefined : wordsOf("--format", asked, formats);
  const asksFor = isOn(given, "final") ? "final" : (textOption(given, "cut") ?? "meeting");
  const cuts = wordsOf("--cut", asksFor, cutNames);
  const editions = cuts.map((cut) => ({
    cut,
    formats: wanted ?? usualFormats[cut],
    hasPdfNotes: isOn(given, "pdfNotes"),
  }));
  if (textOption(given, "out") === "-") refuseMixedOutput(given, editions);
  return editions;
}

/** Starts the browser where one of the formats needs it; whoever asks disposes of it. */
export function browserFor(
  terminal: Terminal,
  given: Given,
  editions: readonly Edition[],
): DisposablePrinter | undefined {
  const isNeeded = editions.some((edition) => edition.formats.includes("pdf"));
  return isNeeded ? startBrowser(terminal, given) : undefined;
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
function refuseMixedOutput(given: Given, editions: readonly Edition[]): void {
  const count = editions.flatMap((edition) => edition.formats).length;
  if (count === 1 && !isOn(given, "json")) return;
  throw new PlanError("--out - prints one format and nothing else", {
    code: "arguments",
    hint: isOn(given, "json") ? "leave --json out" : "name it, e.g. --format md --out -",
  });
}

/** Words with commas between, in the order of those that there are. */
function wordsOf<Word extends string>(
  option: string,
  list: string,
  known: readonly Word[],
): readonly Word[] {
  const wanted: readonly string[] = list.split(",").map((word) => word.trim());
  const unknown = wanted.filter((word) => !known.some((one) => one === word));
  if (unknown.length === 0) return known.filter((word) => wanted.includes(word));
  throw new PlanError(`${option}: "${unknown.join(", ")}" is not a ${option.slice(2)}`, {
    code: "arguments",
    hint: `it may be ${known.join(", ")}, with commas between`,
  });
}
