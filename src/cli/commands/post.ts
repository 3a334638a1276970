/** `release-deck post`: the report to where the plan wants it. */
import type { CliCommand } from "../command.ts";
import { inputOptions, jsonOption, loopbackOption } from "../options.ts";

export const post: CliCommand = {
  name: "post",
  usage: "[plan...]",
  about: "show what posting the report would change where the plan wants it; with --yes do it",
  examples: [
    "release-deck post",
    "release-deck post --yes data/plans/v1.20.yaml",
    "release-deck post --reminder --yes",
  ],
  options: [
    {
      flags: "--reminder",
      about: "only what crossed a line since the last post, to the places with cut: reminder",
    },
    { flags: "--yes", about: "post; without it nothing is changed anywhere" },
    ...inputOptions,
    loopbackOption,
    jsonOption,
  ],
  async run(terminal, given) {
    const { postPlans } = await import("../post-plans.ts");
    return postPlans(terminal, given);
  },
};
