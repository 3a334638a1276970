/** `release-deck preview`: the deck in a browser, made anew on every change. */
import type { CliCommand } from "../command.ts";
import { choiceOf, inputOptions } from "../options.ts";

export const preview: CliCommand = {
  name: "preview",
  usage: "[plan]",
  about: "show the deck in a browser, and again on every change of plan, snapshots or templates",
  examples: ["release-deck preview data/plans/v1.20.yaml"],
  options: [
    ...inputOptions,
    {
      flags: "--port <number>",
      about: "where on this machine to serve it, instead of any port that is free",
    },
  ],
  async run(terminal, given) {
    const { startPreview } = await import("../preview/start-preview.ts");
    return startPreview(terminal, given, choiceOf(given));
  },
};
