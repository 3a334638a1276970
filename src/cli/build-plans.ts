/** Builds several plans one after the other, with one browser; one that fails stops no other. */
import type { Printer } from "../ports.ts";
import { nodeEffects } from "../effects/node.ts";
import { buildDeck, type Built, type SnapshotChoice } from "../index.ts";
import { isOn, textOption, type Given } from "./command.ts";
import { exitCodes } from "./exit-codes.ts";
import { reportFailure } from "./failures.ts";
import { namedPlans, type NamedPlan } from "./plans.ts";
import { toStdout, writtenTo } from "./results.ts";
import type { Terminal } from "./terminal.ts";

export interface BuildRun {
  readonly terminal: Terminal;
  readonly given: Given;
  readonly formats: readonly string[];
  readonly choice: SnapshotChoice;
  readonly printer: Printer | undefined;
}

export async function buildPlans(run: BuildRun): Promise<number> {
  const effects = nodeEffects(run.printer);
  const plans = await namedPlans(run.terminal, run.given.arguments, effects);
  const codes: number[] = [];
  for (const plan of plans) codes.push(await attempt(run, effects, plan));
  return Math.max(...codes);
}

async function attempt(
  run: BuildRun,
  effects: ReturnType<typeof nodeEffects>,
  plan: NamedPlan,
): Promise<number> {
  try {
    const { formats, choice } = run;
    const built = await buildDeck(effects, { plan: await plan.read(), choice, formats });
    await deliver(run, effects, built);
    const isClean = built.assessment.notices.every(({ severity }) => severity === "info");
    return isOn(run.given, "strict") && !isClean ? exitCodes.gate.code : exitCodes.done.code;
  } catch (error) {
    return reportFailure(run.terminal, error, isOn(run.given, "debug"));
  }
}

function deliver(run: BuildRun, effects: ReturnType<typeof nodeEffects>, built: Built) {
  const out = textOption(run.given, "out") ?? "output";
  return out === "-"
    ? toStdout(run.terminal, built)
    : writtenTo(run.terminal, effects, built, { out, isJson: isOn(run.given, "json") });
}
