/** Reads the tables of a forecast from files and prints the odds. */
import { PlanError } from "../domain/errors.ts";
import { nodeFiles } from "../effects/files.ts";
import { forecastTable } from "../index.ts";
import type { Given } from "./command.ts";
import { exitCodes } from "./exit-codes.ts";
import type { Terminal } from "./terminal.ts";

const maxTableBytes = 256 * 1024 * 1024;

export async function forecastFiles(terminal: Terminal, given: Given): Promise<number> {
  const [history, items, meta] = await Promise.all(given.arguments.map(readTable));
  if (!history || !items || !meta) throw new Error("The usage asks for three files.");
  terminal.result(forecastTable({ history, items, meta }));
  return exitCodes.done.code;
}

/** A table that a person named. Throws a PlanError where there is none. */
export async function readTable(file: string) {
  const text = await nodeFiles.readText(file, maxTableBytes);
  if (text !== undefined) return { file, text };
  throw new PlanError(`there is no table ${file}`, {
    code: "table-missing",
    hint: "release-deck forecast --help says which tables there are",
  });
}
