/** Options that several commands share. */
import { textOption, type CommandOption, type Given } from "./command.ts";

export const defaultPlan = "release-deck.yaml";

export const dataOption: CommandOption = {
  flags: "--data <dir>",
  about: "folder that holds snapshots/",
  fallback: "data",
};

export const sinceOption: CommandOption = {
  flags: "--since <file|date>",
  about:
    "compare with this snapshot or the newest at that day, instead of the last posted report's",
};

export const inputOptions: readonly CommandOption[] = [
  dataOption,
  {
    flags: "--as-of <date>",
    about: "rebuild the report of a past day, from the snapshot and the plan of that day",
  },
  { flags: "--snapshot <file>", about: "use this snapshot instead of the newest" },
  sinceOption,
];

export const jsonOption: CommandOption = {
  flags: "--json",
  about: "print the result as JSON, one line for each plan",
};

export const loopbackOption: CommandOption = {
  flags: "--insecure-loopback",
  about: "allow http and this machine itself as a source",
};

/** How to reach the world, or a recording of it. */
export const collectOptions: readonly CommandOption[] = [
  { flags: "--record <dir>", about: "keep every answer in this new folder, to be replayed" },
  { flags: "--replay <dir>", about: "take the answers from this recording, offline" },
  { flags: "--now <instant>", about: "take this for the time of the snapshot, not the clock's" },
  loopbackOption,
];

export const strictOption: CommandOption = {
  flags: "--strict",
  about: "leave with code 5 if anything was found that needs attention",
};

export function dataFolder(given: Given): string {
  return textOption(given, "data") ?? "data";
}

/** The choice of snapshots as the pipeline wants it. */
export function choiceOf(given: Given) {
  const asOf = textOption(given, "asOf");
  const snapshot = textOption(given, "snapshot");
  const since = textOption(given, "since");
  return {
    data: dataFolder(given),
    ...(asOf === undefined ? {} : { asOf }),
    ...(snapshot === undefined ? {} : { snapshot }),
    ...(since === undefined ? {} : { since }),
  };
}

/** What the tables of a forecast hold. */
export const tableFiles: readonly string[] = [
  "history.csv  repo,number,created,merged,closed: pull requests as known that day",
  "items.csv    repo,number,now,freeze,gate: the open ones; gate is none, code-freeze or hard-gate;",
  "             with a column created where the history lacks them",
  "meta.json    release; freezes: a list of [release, Enhancements Freeze, Code Freeze] before it",
  "times are minutes since 1970, UTC, or written with their zone: 2020-10-22T08:00:00Z",
];
