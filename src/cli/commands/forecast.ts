/** `release-deck forecast`: the odds of a table of pull requests. */
import type { CliCommand } from "../command.ts";
import { tableFiles } from "../options.ts";

export const forecast: CliCommand = {
  name: "forecast",
  usage: "<history> <items> <meta>",
  about: "say how likely each pull request of a table makes its freeze, as CSV",
  examples: ["release-deck forecast history.csv items.csv meta.json"],
  options: [],
  files: tableFiles,
  async run(terminal, given) {
    const { forecastFiles } = await import("../forecast-files.ts");
    return forecastFiles(terminal, given);
  },
};
