/** `release-deck timeline`: a release calendar, read and checked. */
import type { CliCommand } from "../command.ts";
import { collectOptions } from "../options.ts";

export const timeline: CliCommand = {
  name: "timeline",
  usage: "<place>",
  about: "read and check a release calendar: of a file, an address or a release",
  examples: ["release-deck timeline 1.30", "release-deck timeline --ics README.md"],
  options: [
    { flags: "--release <version>", about: "which release, of a file that holds several" },
    { flags: "--json", about: "print what was read as JSON" },
    { flags: "--ics", about: "print it as a calendar file" },
    ...collectOptions,
  ],
  async run(terminal, given) {
    const { showTimeline } = await import("../show-timeline.ts");
    return showTimeline(terminal, given);
  },
};
