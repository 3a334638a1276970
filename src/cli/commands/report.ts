/** `release-deck report`: from the world to the deck. */
import { artifactOptions } from "../artifacts.ts";
import type { CliCommand } from "../command.ts";
import { collectOptions, dataOption, jsonOption, sinceOption, strictOption } from "../options.ts";

export const report: CliCommand = {
  name: "report",
  usage: "[plan...]",
  about: "collect, then build the deck from what was collected",
  examples: ["release-deck report", "release-deck report --strict --json plans/v1.36.yaml"],
  options: [
    dataOption,
    sinceOption,
    ...collectOptions,
    ...artifactOptions,
    strictOption,
    jsonOption,
  ],
  async run(terminal, given) {
    const { reportPlans } = await import("../report-plans.ts");
    return reportPlans(terminal, given);
  },
};
