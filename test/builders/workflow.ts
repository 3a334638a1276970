/** Steps of GitHub's workflows and actions, read from their files and run as a runner would. */
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { parse } from "yaml";

export type Words = Readonly<Record<string, string>>;

/** Values as YAML has them, perhaps with expressions. */
type Written = Readonly<Record<string, string | number | boolean>>;

export interface Step {
  readonly id?: string;
  readonly name?: string;
  readonly if?: string;
  readonly uses?: string;
  readonly with?: Written;
  readonly env?: Written;
  readonly shell?: string;
  readonly run?: string;
}

export interface Action {
  readonly inputs: Readonly<Record<string, { readonly default: string }>>;
  readonly outputs: Readonly<Record<string, { readonly value: string }>>;
  readonly runs: { readonly using: string; readonly steps: readonly Step[] };
}

export interface Job {
  readonly "timeout-minutes": number;
  readonly permissions: Words;
  readonly steps: readonly Step[];
}

export interface Workflow {
  readonly on: {
    readonly schedule: readonly { readonly cron: string }[];
    readonly workflow_dispatch: null;
  };
  readonly permissions: Words;
  readonly concurrency: { readonly group: string; readonly "cancel-in-progress": boolean };
  readonly jobs: Readonly<Record<string, Job>>;
}

export function readAction(file: string): Action {
  return parse(readFileSync(file, "utf8")) as Action;
}

export function readWorkflow(file: string): Workflow {
  return parse(readFileSync(file, "utf8")) as Workflow;
}

/** What the expressions of a file may speak of: `github`, `inputs`, `secrets`, `steps`. */
export type Context = Readonly<Record<string, unknown>>;

/** How a run ended: the exit code, and all that it printed in its order. */
export interface Ended {
  readonly code: number;
  readonly printed: string;
}

/** `${{ … }}` is replaced by its value. */
export function valuesOf(written: Written, context: Context): Words {
  const pairs = Object.entries(written).map(([name, value]) => [
    name,
    String(value).replaceAll(/\$\{\{ (.*?) \}\}/g, (_, text: string) => valueOf(text, context)),
  ]);
  return Object.fromEntries(pairs) as Words;
}

/** The part of the language that the files use: `a == b && c || d`. Throws for a name that is not known. */
function valueOf(expression: string, context: Context): string {
  const chains = expression.split(" || ").map((chain) => chain.split(" && "));
  for (const chain of chains) {
    const values = chain.map((part) => comparison(part, context));
    if (!values.includes("")) return values.at(-1) ?? "";
  }
  return "";
}

function comparison(part: string, context: Context): string {
  const [left = "", right] = part.split(" == ").map((operand) => operandOf(operand, context));
  if (right === undefined) return left;
  return left === right ? "true" : "";
}

function operandOf(operand: string, context: Context): string {
  const [, quoted] = /^'([^']*)'$/.exec(operand) ?? [];
  if (quoted !== undefined) return quoted;
  if (operand === "!cancelled()") return "true";
  let value: unknown = context;
  for (const name of operand.split(".")) {
    if (typeof value !== "object" || value === null || !(name in value)) {
      throw new Error(`nobody knows ${operand}`);
    }
    value = Reflect.get(value, name);
  }
  return String(value);
}

export interface StepRun {
  readonly cwd: string;
  readonly environment: Words;
  readonly context: Context;
}

/** Runs the script of a step; gives also what it wrote to `GITHUB_OUTPUT`. */
export async function runStep(
  { run = "", shell = "sh", env = {} }: Step,
  { cwd, environment, context }: StepRun,
): Promise<Ended & { readonly outputs: Words }> {
  const folder = mkdtempSync(join(tmpdir(), "release-deck-step-"));
  const [script, output] = [join(folder, "script"), join(folder, "output")];
  writeFileSync(script, run);
  writeFileSync(output, "");
  const options = shell === "bash" ? ["--noprofile", "--norc", "-eo", "pipefail"] : ["-e"];
  const ended = await runProgram(["bash", ...options, script], {
    cwd,
    environment: { ...environment, ...valuesOf(env, context), GITHUB_OUTPUT: output },
  });
  const lines = readFileSync(output, "utf8").split("\n").slice(0, -1);
  return { ...ended, outputs: Object.fromEntries(lines.map((line) => line.split("=", 2))) };
}

/** Runs a program with this environment and no other. */
export async function runProgram(
  [program = "", ...parameters]: readonly string[],
  { cwd, environment }: Pick<StepRun, "cwd" | "environment">,
): Promise<Ended> {
  // Both streams are one: their lines stand in the order in which they were printed.
  const child = spawn("sh", ["-c", 'exec "$0" "$@" 2>&1', program, ...parameters], {
    cwd,
    env: environment,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const closed = new Promise<number>((resolve) => {
    child.once("close", (code) => resolve(code ?? -1));
  });
  const printed = await text(child.stdout);
  return { code: await closed, printed };
}
