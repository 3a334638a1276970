/** Tells the freeze risk of each plan; one that fails stops no other. */
import type { Assessment } from "../domain/assessment.ts";
import { PlanError } from "../domain/errors.ts";
import { nodeEffects } from "../effects/node.ts";
import { assessPlan } from "../index.ts";
import { isOn, textOption, type Given } from "./command.ts";
import { exitCodes } from "./exit-codes.ts";
import { reportFailure } from "./failures.ts";
import { choiceOf } from "./options.ts";
import { namedPlans } from "./plans.ts";
import { riskJson } from "./risk-json.ts";
import { riskTable } from "./risk-table.ts";
import type { Terminal } from "./terminal.ts";

/** Gives the worst exit code of all. */
export async function riskPlans(terminal: Terminal, given: Given): Promise<number> {
  const effects = nodeEffects(undefined);
  const least = leastChance(given);
  const codes: number[] = [];
  for (const plan of await namedPlans(terminal, given.arguments, effects)) {
    try {
      const input = { plan: await plan.read(), choice: choiceOf(given) };
      const assessment = await assessPlan(effects, input);
      terminal.result(
        isOn(given, "json") ? riskJson(assessment) : riskTable(assessment, terminal.hasColors),
      );
      codes.push(codeOf(assessment, least));
    } catch (error) {
      codes.push(reportFailure(terminal, error, isOn(given, "debug")));
    }
  }
  return Math.max(...codes);
}

/** The bar of the gate; undefined: there is none. Throws a PlanError for what is no chance. */
function leastChance(given: Given): number | undefined {
  const text = textOption(given, "failBelow");
  if (text === undefined) return undefined;
  const chance = text.trim() === "" ? NaN : Number(text);
  if (chance >= 0 && chance <= 1) return chance;
  throw new PlanError(`--fail-below: "${text}" is no chance`, {
    code: "arguments",
    hint: "it is a number from 0 to 1, e.g. --fail-below 0.5",
  });
}

/** What is not known has not passed. */
function codeOf({ objectives }: Assessment, least: number | undefined): number {
  const forecasts = objectives.flatMap(({ keyResults }) =>
    keyResults.flatMap(({ forecast }) => forecast ?? []),
  );
  const isBelow = least !== undefined && forecasts.some(({ goal }) => (goal.p ?? -1) < least);
  return isBelow ? exitCodes.gate.code : exitCodes.done.code;
}
