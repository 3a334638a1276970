/** Scores the forecast: on a team's own archive, or on a folder of tables for each day before a freeze. */
import { PlanError } from "../domain/errors.ts";
import { nodeFiles } from "../effects/files.ts";
import {
  judge,
  judgeArchive,
  reliabilityPicture,
  reportOn,
  reportText,
  type Verdict,
} from "../index.ts";
import { isOn, textOption, type Given } from "./command.ts";
import { exitCodes } from "./exit-codes.ts";
import { readTable } from "./forecast-files.ts";
import type { Terminal } from "./terminal.ts";

export async function backtestFolder(terminal: Terminal, given: Given): Promise<number> {
  const [folder = ""] = given.arguments;
  const names = await nodeFiles.list(folder);
  const isArchive = names.includes("snapshots");
  const verdicts = isArchive
    ? await judgeArchive(nodeFiles, folder)
    : await judgeDays(names.map((name) => `${folder}/${name}`));
  if (verdicts.length === 0) throw isArchive ? nothingOver(folder) : nothingIn(folder);
  const report = reportOn(verdicts);
  const out = textOption(given, "out");
  if (out !== undefined)
    await nodeFiles.create(out, new TextEncoder().encode(reliabilityPicture(report)));
  terminal.result(isOn(given, "json") ? `${JSON.stringify(report)}\n` : reportText(report));
  return exitCodes.done.code;
}

async function judgeDays(folders: readonly string[]): Promise<readonly Verdict[]> {
  const verdicts: Verdict[] = [];
  // One after the other: each history is read, judged and let go.
  for (const folder of folders) {
    for (const verdict of await judgeDay(folder)) verdicts.push(verdict);
  }
  return verdicts;
}

/** Throws a PlanError for a folder in which a table is missing. */
async function judgeDay(folder: string): Promise<readonly Verdict[]> {
  const table = (name: string) => readTable(`${folder}/${name}`);
  return judge({
    history: await table("history.csv"),
    items: await table("items.csv"),
    answers: await table("answers.csv"),
    meta: await table("meta.json"),
  });
}

function nothingIn(folder: string): PlanError {
  return new PlanError(`there is nothing to judge in ${folder}`, {
    code: "cannot-read",
    hint: "it should hold snapshots/, or a folder for each day with history.csv, items.csv, answers.csv and meta.json",
  });
}

function nothingOver(folder: string): PlanError {
  return new PlanError(`no freeze in ${folder}/snapshots is over`, {
    code: "nothing-over",
    hint: "collect once more after the day of a freeze: that report judges those before it",
  });
}
