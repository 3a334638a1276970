/** Prints one release calendar: as a table with what does not fit below it, as JSON, or as a calendar file. */
import { PlanError } from "../domain/errors.ts";
import type { ReadTimeline } from "../domain/read-timeline.ts";
import { parseRelease } from "../domain/release.ts";
import { nodeFiles } from "../effects/files.ts";
import {
  calendarFile,
  calendarRows,
  fetchCalendar,
  readCalendar,
  type CalendarRow,
} from "../index.ts";
import { isOn, textOption, type Given } from "./command.ts";
import { exitCodes } from "./exit-codes.ts";
import { printable, type Terminal } from "./terminal.ts";

const maxBytes = 512 * 1024;

export async function showTimeline(terminal: Terminal, given: Given): Promise<number> {
  if (isOn(given, "json") && isOn(given, "ics")) {
    throw new PlanError("--json and --ics are two results", {
      code: "arguments",
      hint: "Leave one of them out.",
    });
  }
  const [place = "", ...others] = given.arguments;
  if (others.length > 0) throw new PlanError("one calendar at a time", { code: "arguments" });
  const release = releaseOf(given);
  const text = await textOf(terminal, given, place);
  const read = await readCalendar({ place, text, ...(release !== undefined && { release }) });
  if (isOn(given, "json")) terminal.result(`${JSON.stringify(read)}\n`);
  else if (isOn(given, "ics")) terminal.result(await calendarFile(read));
  else terminal.result(printable(`${lines(read).join("\n")}\n`));
  return exitCodes.done.code;
}

/** From stdin, the net or a file. */
async function textOf(terminal: Terminal, given: Given, place: string): Promise<string> {
  if (place === "-") return terminal.readStdin(maxBytes);
  if (/^https?:/i.test(place) || parseRelease(place) !== undefined) {
    const { collectWorld } = await import("./collect-world.ts");
    return fetchCalendar((await collectWorld(terminal, given)).effects, place);
  }
  const text = await nodeFiles.readText(place, maxBytes);
  if (text !== undefined) return text;
  throw new PlanError(`there is no file ${place}`, {
    code: "file-missing",
    hint: "Name a file, an address, or a release such as 1.30.",
  });
}

function releaseOf(given: Given): string | undefined {
  const text = textOption(given, "release");
  if (text === undefined) return undefined;
  const release = parseRelease(text);
  if (release !== undefined) return release;
  throw new PlanError(`--release: "${text}" is no release`, {
    code: "arguments",
    hint: "It looks like 1.30.",
  });
}

function lines(read: ReadTimeline): readonly string[] {
  const { release, conflicts, superseded, notices } = read;
  const replaced = Object.entries(superseded).map(([id, days]) => `${id}: ${days.join(", ")}`);
  return [
    `Release ${release}`,
    ...table(calendarRows(read)),
    ...part(
      "Statements that differ; the first is used",
      conflicts.map(({ field, values, where }) => {
        const said = values.map((value, index) => `${value} (${where[index] ?? ""})`);
        return `${field}: ${said.join(", ")}`;
      }),
    ),
    ...part("Replaced days", replaced),
    ...part(
      "Findings",
      notices.map(({ subject, message }) => `${subject}: ${message}`),
    ),
  ];
}

function part(title: string, found: readonly string[]): readonly string[] {
  return found.length === 0 ? [] : ["", `${title}:`, ...found.map((line) => `  ${line}`)];
}

const longestName = 60;

/** Event, weekday, day, days from the start, instant. */
function table(rows: readonly CalendarRow[]): readonly string[] {
  const names = column(rows.map(({ event }) => shortened(printable(event.what))));
  const days = column(rows.map(({ event }) => daysOf(event)));
  return rows.map(({ event: { instant = "" }, weekday = "", daysFromStart }, index) => {
    const count = daysFromStart === undefined ? "" : `day ${daysFromStart}`;
    const cells = [names[index], weekday.padEnd(3), days[index], count.padStart(7), instant];
    return `  ${cells.join("  ")}`.trimEnd();
  });
}

function shortened(name: string): string {
  return name.length > longestName ? `${name.slice(0, longestName - 1)}…` : name;
}

function daysOf({ date = "not known", endDate }: CalendarRow["event"]): string {
  return endDate === undefined ? date : `${date} to ${endDate}`;
}

function column(cells: readonly string[]): readonly string[] {
  const width = Math.max(0, ...cells.map((cell) => cell.length));
  return cells.map((cell) => cell.padEnd(width));
}
