/** `release-deck build`: from the newest snapshot to the deck, offline. */
import { setImmediate } from "node:timers/promises";
import { artifactOptions, browserFor, editionsOf } from "../artifacts.ts";
import type { CliCommand } from "../command.ts";
import { choiceOf, inputOptions, jsonOption, strictOption } from "../options.ts";

export const build: CliCommand = {
  name: "build",
  usage: "[plan...]",
  about: "make the deck from the newest snapshot, offline",
  examples: [
    "release-deck build data/plans/v1.20.yaml",
    "release-deck build --as-of 2020-10-22 --format md --out - data/plans/v1.20.yaml",
    "release-deck build --cut mail --out - data/plans/v1.20.yaml",
  ],
  options: [...inputOptions, ...artifactOptions, strictOption, jsonOption],
  async run(terminal, given) {
    const editions = editionsOf(given);
    // The browser needs longest, so it is on its way before anything else is loaded, which would else
    // come first: choosing it takes a turn.
    const printer = browserFor(terminal, given, editions);
    try {
      await setImmediate();
      const { buildPlans } = await import("../build-plans.ts");
      return await buildPlans({ terminal, given, editions, printer }, choiceOf(given));
    } finally {
      printer?.dispose();
    }
  },
};
