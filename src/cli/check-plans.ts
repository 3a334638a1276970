/** Checks several plans: their narrative, and what they say, against the facts. */
import type { Notice } from "../domain/notice.ts";
import { nodeEffects } from "../effects/node.ts";
import { checkDeck, type Effects } from "../index.ts";
import { gateCode } from "./attention.ts";
import { isOn, type Given } from "./command.ts";
import { warnOfFuture } from "./future.ts";
import { choiceOf } from "./options.ts";
import { eachPlan, type NamedPlan } from "./plans.ts";
import { printable, type Terminal } from "./terminal.ts";

/** Gives the worst exit code of all. */
export function checkPlans(terminal: Terminal, given: Given): Promise<number> {
  const run: Check = { terminal, given, effects: nodeEffects(undefined) };
  return eachPlan(run, (plan) => checkOne(run, plan));
}

interface Check {
  readonly terminal: Terminal;
  readonly given: Given;
  readonly effects: Effects;
}

async function checkOne({ terminal, given, effects }: Check, plan: NamedPlan): Promise<number> {
  const choice = choiceOf(given);
  const { assessment } = await checkDeck(effects, { plan: await plan.read(), choice });
  warnOfFuture(terminal, assessment);
  const { notices } = assessment;
  if (isOn(given, "json")) terminal.result(`${JSON.stringify({ plan: plan.name, notices })}\n`);
  else terminal.result(printable(`${report(plan.name, notices).join("\n")}\n`));
  return gateCode(given, notices);
}

function report(name: string, notices: readonly Notice[]): readonly string[] {
  const lines = notices.map(({ at, severity, subject, message, code }) => {
    const place = at === undefined ? name : `${at.file}:${at.line}:${at.column}`;
    return `${place} ${severity}: ${subject}: ${message} [${code}]`;
  });
  return lines.length === 0 ? [`${name}: nothing to complain about`] : lines;
}
