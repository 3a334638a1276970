/** `release-deck explain`: how a number came about. */
import type { NamedNumber, NumberInput, Provenance } from "../../domain/number.ts";
import { nodeEffects } from "../../effects/node.ts";
import { explainNumber } from "../../index.ts";
import { isOn, type CliCommand } from "../command.ts";
import { exitCodes } from "../exit-codes.ts";
import { choiceOf, inputOptions, jsonOption } from "../options.ts";
import { namedPlans } from "../plans.ts";
import { printable } from "../terminal.ts";

export const explain: CliCommand = {
  name: "explain",
  usage: "<number> [plan]",
  about: "say how a number came about: formula, inputs, sources, times",
  examples: ["release-deck explain KR1.written --as-of 2020-10-22 data/plans/v1.20.yaml"],
  options: [...inputOptions, jsonOption],
  async run(terminal, given) {
    const [name = "", ...plans] = given.arguments;
    const effects = nodeEffects(undefined);
    for (const plan of await namedPlans(terminal, plans, effects)) {
      const input = { plan: await plan.read(), choice: choiceOf(given) };
      const number = await explainNumber(effects, input, name);
      const shown = { ...number, value: number.value ?? null };
      if (isOn(given, "json")) terminal.result(`${JSON.stringify(shown, undefined, 2)}\n`);
      else terminal.result(printable(`${lines(number).join("\n")}\n`));
    }
    return exitCodes.done.code;
  },
};

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
  return `${title}, ${retrievedAt}${commit === undefined ? "" : `, commit ${commit}`}\n          ${url}`;
}
