/** `release-deck explain`: how a number came about. */
import type { CliCommand } from "../command.ts";
import { inputOptions, jsonOption } from "../options.ts";

export const explain: CliCommand = {
  name: "explain",
  usage: "<number> [plan]",
  about: "say how a number came about: formula, inputs, sources, times",
  examples: ["release-deck explain KR1.written --as-of 2020-10-22 data/plans/v1.20.yaml"],
  options: [...inputOptions, jsonOption],
  async run(terminal, given) {
    const { explainPlans } = await import("../explain-plans.ts");
    return explainPlans(terminal, given);
  },
};
