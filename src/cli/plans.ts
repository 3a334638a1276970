/** The plans that a person named: files, globs, `-` for stdin; each by its text. */
import { glob } from "node:fs/promises";
import { PlanError } from "../domain/errors.ts";
import { maxPlanBytes, type Effects, type PlanText } from "../index.ts";
import { isOn, type Given } from "./command.ts";
import { reportFailure } from "./failures.ts";
import { defaultPlan } from "./options.ts";
import type { Terminal } from "./terminal.ts";

/** A plan's text, read later: several plans are read one by one, so that one that fails stops no other. */
export interface NamedPlan {
  readonly name: string;
  read(): Promise<PlanText>;
}

/** What a command that works on plans was called with. */
export interface PlansRun {
  readonly terminal: Terminal;
  readonly given: Given;
  readonly effects: Pick<Effects, "files">;
}

/** The worst exit code of what is done for each named plan in turn; one that fails stops no other. */
export async function eachPlan(
  { terminal, given, effects }: PlansRun,
  work: (plan: NamedPlan) => Promise<number>,
): Promise<number> {
  const codes: number[] = [];
  for (const plan of await namedPlans(terminal, given.arguments, effects)) {
    try {
      codes.push(await work(plan));
    } catch (error) {
      codes.push(reportFailure(terminal, error, isOn(given, "debug")));
    }
  }
  return Math.max(...codes);
}

/** The named plans in their order, each once; `release-deck.yaml` where none is named. */
export async function namedPlans(
  terminal: Terminal,
  names: readonly string[],
  { files }: Pick<Effects, "files">,
): Promise<readonly NamedPlan[]> {
  const paths = await expanded(names.length === 0 ? [defaultPlan] : names);
  return [...new Set(paths)].map((name) => ({
    name,
    read: async () =>
      name === "-"
        ? { file: "stdin.yaml", text: await terminal.readStdin(maxPlanBytes) }
        : { file: name, text: await readPlan(files, name) },
  }));
}

async function readPlan(files: Effects["files"], path: string): Promise<string> {
  const text = await files.readText(path, maxPlanBytes);
  if (text !== undefined) return text;
  throw new PlanError(`there is no plan ${path}`, {
    code: "plan-missing",
    hint: "name one, e.g. release-deck build data/plans/v1.20.yaml",
  });
}

async function expanded(names: readonly string[]): Promise<readonly string[]> {
  const found: string[] = [];
  for (const name of names) {
    if (!/[*?[]/.test(name)) found.push(name);
    else found.push(...(await matching(name)));
  }
  return found;
}

async function matching(pattern: string): Promise<readonly string[]> {
  const files: string[] = [];
  for await (const file of glob(pattern)) files.push(file);
  if (files.length > 0) return files.toSorted();
  throw new PlanError(`no file matches ${pattern}`, {
    code: "plan-missing",
    hint: "name a plan, e.g. release-deck build data/plans/v1.20.yaml",
  });
}
