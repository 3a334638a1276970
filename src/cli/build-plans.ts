/** Builds several plans with one browser, in their order; one that fails stops no other. */
import { PlanError } from "../domain/errors.ts";
import { nodeEffects } from "../effects/node.ts";
import type { DisposablePrinter } from "../effects/printer.ts";
import {
  buildEditions,
  type Built,
  type Edition,
  type Effects,
  type SnapshotChoice,
} from "../index.ts";
import { gateCode } from "./attention.ts";
import { isOn, textOption, type Given } from "./command.ts";
import { reportFailure } from "./failures.ts";
import { warnOfFuture } from "./future.ts";
import { namedPlans, type NamedPlan } from "./plans.ts";
import { toStdout, writtenTo } from "./results.ts";
import type { Terminal } from "./terminal.ts";

export interface BuildRun {
  readonly terminal: Terminal;
  readonly given: Given;
  readonly editions: readonly Edition[];
  readonly printer: DisposablePrinter | undefined;
}

/** A plan, and the snapshots that its deck is made from. */
export interface BuildJob {
  readonly plan: NamedPlan;
  readonly choice: SnapshotChoice;
}

export async function buildPlans(run: BuildRun, choice: SnapshotChoice): Promise<number> {
  const plans = await namedPlans(run.terminal, run.given.arguments, nodeEffects(undefined));
  return buildAll(
    run,
    plans.map((plan) => ({ plan, choice })),
  );
}

/** Gives the worst exit code of all; 0 for none. */
export async function buildAll(run: BuildRun, jobs: readonly BuildJob[]): Promise<number> {
  const effects = nodeEffects(run.printer);
  if (outOf(run) === "-" && jobs.length > 1) throw refused("--out - prints one plan");
  const progress: Progress = { run, effects, written: new Map() };
  const codes: number[] = [];
  let last: Begun | undefined;
  for (const job of jobs) {
    // While the browser prints one, the next is made.
    const begun = begin(progress, job);
    if (last !== undefined) codes.push(await finish(progress, last));
    last = begun;
  }
  if (last !== undefined) codes.push(await finish(progress, last));
  return Math.max(0, ...codes);
}

interface Progress {
  readonly run: BuildRun;
  readonly effects: Effects;
  /** Folders that this run has written, each with the plan that it is of. */
  readonly written: Map<string, string>;
}

interface Begun {
  readonly plan: NamedPlan;
  readonly built: Promise<Built>;
}

function begin({ run: { editions }, effects }: Progress, { plan, choice }: BuildJob): Begun {
  const built = plan
    .read()
    .then((text) => buildEditions(effects, { plan: text, choice, editions }));
  // Whoever finishes it learns of a failure; that may be later.
  built.catch(() => undefined);
  return { plan, built };
}

async function finish(
  { run, effects, written }: Progress,
  { plan, built }: Begun,
): Promise<number> {
  try {
    const made = await built;
    const { name } = made.assessment.plan;
    const other = written.get(name);
    if (other !== undefined)
      throw refused(`${other} and ${plan.name} both go into the folder ${name}`);
    await deliver({ run, effects }, made);
    written.set(name, plan.name);
    warnOfFuture(run.terminal, made.assessment);
    return gateCode(run.given, made.assessment.notices);
  } catch (error) {
    return reportFailure(run.terminal, error, isOn(run.given, "debug"));
  }
}

async function deliver({ run, effects }: Pick<Progress, "run" | "effects">, built: Built) {
  const { terminal, given } = run;
  const out = outOf(run);
  if (out === "-") toStdout(terminal, built);
  else await writtenTo({ terminal, effects, out, isJson: isOn(given, "json") }, built);
}

function outOf({ given }: BuildRun): string {
  return textOption(given, "out") ?? "output";
}

function refused(why: string): PlanError {
  return new PlanError(why, {
    code: "arguments",
    hint: "build them one by one, with an --out each",
  });
}
