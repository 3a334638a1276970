/** Tells how a number of each plan came about. */
import type { NamedNumber, NumberInput, Provenance } from "../domain/number.ts";
import { nodeEffects } from "../effects/node.ts";
import { explainNumber } from "../index.ts";
import { isOn, type Given } from "./command.ts";
import { exitCodes } from "./exit-codes.ts";
import { choiceOf } from "./options.ts";
import { namedPlans } from "./plans.ts";
import { printable, type Terminal } from "./terminal.ts";

export async function explainPlans(terminal: Terminal, given: Given): Promise<number> {
  const [name = "", ...plans] = given.arguments;
  const effects = nodeEffects(undefined);
  for (const plan of await namedPlans(terminal, plans, effects)) {
    const input = { plan: await plan.read(), choice: choiceOf(given) };
    const number = await explainNumber(effects, input, name);
    const shown = { ...number, value: number.value ?? null };
    if (isOn(given, "json")) terminal.result(`${JSON.stringify(shown)}\n`);
    else terminal.result(printable(`${lines(number).join("\n")}\n`));
  }
  return exitCodes.done.code;
}

function lines({ name, value, unit, formula, inputs, sources }: NamedNumber): readonly string[] {
  return [
    `${name} = ${value ?? "unknown"} (${unit})`,
    `  how: ${formula}`,
    ...inputs.map((input) => `  from: ${inputLine(input)}`),
    ...sources.map((source) => `  source: ${sourceLine(source)}`),
  ];
}

function inputLine({ label, value, url }: NumberInput): string {
  return `${label}: ${value}${url === undefined ? "" : `  ${url}`}`;
}

function sourceLine({ title, url, retrievedAt, commit }: Provenance): string {
  const read = `${title}, ${retrievedAt}${commit === undefined ? "" : `, commit ${commit}`}`;
  return url === undefined ? read : `${read}\n          ${url}`;
}
