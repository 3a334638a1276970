/** Tells the freeze risk of each plan. */
import type { Assessment } from "../domain/assessment.ts";
import { PlanError } from "../domain/errors.ts";
import { nodeEffects } from "../effects/node.ts";
import { assessPlan } from "../index.ts";
import { isOn, textOption, type Given } from "./command.ts";
import { exitCodes } from "./exit-codes.ts";
import { choiceOf } from "./options.ts";
import { eachPlan } from "./plans.ts";
import { riskJson } from "./risk-json.ts";
import { riskTable } from "./risk-table.ts";
import type { Terminal } from "./terminal.ts";

/** Gives the worst exit code of all. */
export function riskPlans(terminal: Terminal, given: Given): Promise<number> {
  const effects = nodeEffects(undefined);
  const least = leastChance(given);
  return eachPlan({ terminal, given, effects }, async (plan) => {
    const input = { plan: await plan.read(), choice: choiceOf(given) };
    const assessment = await assessPlan(effects, input);
    terminal.result(
      isOn(given, "json") ? riskJson(assessment) : riskTable(assessment, terminal.hasColors),
    );
    return codeOf(assessment, least);
  });
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
function codeOf({ objectives, numbers }: Assessment, least: number | undefined): number {
  const unknown = new Set(numbers.flatMap(({ name, value }) => (value === undefined ? name : [])));
  const chances = objectives.flatMap(({ keyResults }) =>
    keyResults.flatMap(({ keyResult: { id }, forecast }) =>
      forecast === undefined && !unknown.has(`${id}.pGoal`) ? [] : (forecast?.goal.p ?? -1),
    ),
  );
  const isBelow = least !== undefined && chances.some((chance) => chance < least);
  return isBelow ? exitCodes.gate.code : exitCodes.done.code;
}
