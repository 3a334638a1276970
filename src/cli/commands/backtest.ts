/** `release-deck backtest`: how right the forecast would have been. */
import type { CliCommand } from "../command.ts";
import { tableFiles } from "../options.ts";

export const backtest: CliCommand = {
  name: "backtest",
  usage: "<folder>",
  about: "score the forecast on past freezes: those of your own reports, or of tables",
  examples: [
    "release-deck backtest data",
    "release-deck backtest --out calibration.svg tasks > scores.txt",
  ],
  options: [
    { flags: "--json", about: "print the report as JSON" },
    { flags: "--out <file>", about: "write the reliability picture to this SVG file" },
  ],
  files: [
    "a data folder holds snapshots/: each report is judged by those after its freeze",
    "any other folder holds one for each day before a freeze, each with",
    "answers.csv  repo,number,y: 1 for what was in time, else 0",
    ...tableFiles,
  ],
  async run(terminal, given) {
    const { backtestFolder } = await import("../backtest-folder.ts");
    return backtestFolder(terminal, given);
  },
};
