/** `release-deck init`: a first plan that already runs. */
import type { CliCommand } from "../command.ts";
import { defaultPlan } from "../options.ts";

export const init: CliCommand = {
  name: "init",
  usage: "[file]",
  about: `write a first plan that already runs, to ${defaultPlan} where no file is named`,
  examples: [
    "release-deck init",
    "release-deck init --release 1.36 --repo kubernetes/kubernetes --goal 20",
  ],
  options: [
    { flags: "--release <release>", about: "the release, e.g. 1.36" },
    { flags: "--repo <owner/name>", about: "the GitHub repository that carries the work" },
    { flags: "--goal <number>", about: "how many pull requests shall land" },
    { flags: "--freeze <day>", about: "code freeze, where no public calendar has it" },
  ],
  async run(terminal, given) {
    const { initPlan } = await import("../init-plan.ts");
    return initPlan(terminal, given);
  },
};
