/** `release-deck check`: is everything well before the meeting? */
import { nodeEffects } from "../../effects/node.ts";
import type { Notice } from "../../domain/notice.ts";
import { checkDeck } from "../../index.ts";
import { isOn, type CliCommand, type Given } from "../command.ts";
import { exitCodes } from "../exit-codes.ts";
import { reportFailure } from "../failures.ts";
import { choiceOf, inputOptions, jsonOption, strictOption } from "../options.ts";
import { namedPlans, type NamedPlan } from "../plans.ts";
import { printable, type Terminal } from "../terminal.ts";

export const check: CliCommand = {
  name: "check",
  usage: "[plan...]",
  about: "validate plan, templates and snapshots, and check the narrative against the data",
  examples: ["release-deck check --strict data/plans/v1.20.yaml"],
  options: [...inputOptions, strictOption, jsonOption],
  async run(terminal, given) {
    const effects = nodeEffects(undefined);
    const plans = await namedPlans(terminal, given.arguments, effects);
    const codes: number[] = [];
    for (const plan of plans) codes.push(await checkOne(terminal, given, effects, plan));
    return Math.max(...codes);
  },
};

async function checkOne(
  terminal: Terminal,
  given: Given,
  effects: ReturnType<typeof nodeEffects>,
  plan: NamedPlan,
): Promise<number> {
  try {
    const choice = choiceOf(given);
    const { assessment } = await checkDeck(effects, { plan: await plan.read(), choice });
    const { notices } = assessment;
    const serious = notices.filter(({ severity }) => severity !== "info");
    if (isOn(given, "json"))
      terminal.result(`${JSON.stringify({ plan: plan.name, notices }, undefined, 2)}\n`);
    else terminal.result(printable(`${report(plan.name, notices).join("\n")}\n`));
    return isOn(given, "strict") && serious.length > 0 ? exitCodes.gate.code : exitCodes.done.code;
  } catch (error) {
    return reportFailure(terminal, error, isOn(given, "debug"));
  }
}

function report(name: string, notices: readonly Notice[]): readonly string[] {
  const lines = notices.map(({ at, severity, subject, message, code }) => {
    const place = at === undefined ? name : `${at.file}:${at.line}:${at.column}`;
    return `${place} ${severity}: ${subject}: ${message} [${code}]`;
  });
  return lines.length === 0 ? [`${name}: nothing to complain about`] : lines;
}
