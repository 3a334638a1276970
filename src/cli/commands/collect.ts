/** `release-deck collect`: from the world to a snapshot. */
import type { CliCommand } from "../command.ts";
import { collectOptions, dataOption, jsonOption } from "../options.ts";

export const collect: CliCommand = {
  name: "collect",
  usage: "[plan...]",
  about: "ask all sources of the plan and keep what they say as a snapshot",
  examples: ["release-deck collect", "release-deck collect --record recording"],
  options: [dataOption, ...collectOptions, jsonOption],
  async run(terminal, given) {
    const { collectPlans } = await import("../collect-plans.ts");
    return collectPlans(terminal, given);
  },
};
