/** `release-deck doctor`: is everything there that a run needs? */
import { browserOption, outOption } from "../artifacts.ts";
import type { CliCommand } from "../command.ts";
import { dataOption, jsonOption, loopbackOption } from "../options.ts";

export const doctor: CliCommand = {
  name: "doctor",
  usage: "[plan]",
  about: "look at Node.js, folders, browser, fonts, token and sources, and say how to mend them",
  examples: ["release-deck doctor data/plans/v1.20.yaml"],
  options: [
    dataOption,
    { ...outOption, about: "folder for the artifacts" },
    browserOption,
    loopbackOption,
    jsonOption,
  ],
  async run(terminal, given) {
    const { runDoctor } = await import("../run-doctor.ts");
    return runDoctor(terminal, given);
  },
};
