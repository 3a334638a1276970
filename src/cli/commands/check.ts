/** `release-deck check`: is everything well before the meeting? */
import type { CliCommand } from "../command.ts";
import { inputOptions, jsonOption, strictOption } from "../options.ts";

export const check: CliCommand = {
  name: "check",
  usage: "[plan...]",
  about: "validate plan, templates and snapshots, and check the narrative against the data",
  examples: ["release-deck check --strict data/plans/v1.20.yaml"],
  options: [...inputOptions, strictOption, jsonOption],
  async run(terminal, given) {
    const { checkPlans } = await import("../check-plans.ts");
    return checkPlans(terminal, given);
  },
};
