/** `release-deck risk`: what will make its freeze, and what to do about the rest. */
import type { CliCommand } from "../command.ts";
import { inputOptions, jsonOption } from "../options.ts";

export const risk: CliCommand = {
  name: "risk",
  usage: "[plan...]",
  about:
    "say how likely goals and items make their freeze, the riskiest first, and whose move it is",
  examples: [
    "release-deck risk --as-of 2020-10-22 data/plans/v1.20.yaml",
    "release-deck risk --fail-below 0.5",
  ],
  options: [
    ...inputOptions,
    {
      flags: "--fail-below <chance>",
      about: "leave with code 5 if a goal is less likely than this, from 0 to 1, or not known",
    },
    jsonOption,
  ],
  async run(terminal, given) {
    const { riskPlans } = await import("../risk-plans.ts");
    return riskPlans(terminal, given);
  },
};
