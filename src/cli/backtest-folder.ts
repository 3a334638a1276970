/** Scores the forecast on a folder of past tables: one folder for each day before a freeze. */
import { PlanError } from "../domain/errors.ts";
import { nodeFiles } from "../effects/files.ts";
import { judge, reliabilityPicture, reportOn, reportText, type Verdict } from "../index.ts";
import { isOn, textOption, type Given } from "./command.ts";
import { exitCodes } from "./exit-codes.ts";
import { readTable } from "./forecast-files.ts";
import type { Terminal } from "./terminal.ts";

export async function backtestFolder(terminal: Terminal, given: Given): Promise<number> {
  const [folder = ""] = given.arguments;
  const verdicts: Verdict[] = [];
  // One after the other: each history is read, judged and let go.
  for (const name of await nodeFiles.list(folder)) {
    for (const verdict of await judgeDay(`${folder}/${name}`)) verdicts.push(verdict);
  }
  if (verdicts.length === 0) throw nothingIn(folder);
  const report = reportOn(verdicts);
  const out = textOption(given, "out");
  if (out !== undefined)
    await nodeFiles.create(out, new TextEncoder().encode(reliabilityPicture(report)));
  terminal.result(isOn(given, "json") ? `${JSON.stringify(report)}\n` : reportText(report));
  return exitCodes.done.code;
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
    hint: "it should hold a folder for each day, with history.csv, items.csv, answers.csv and meta.json",
  });
}
