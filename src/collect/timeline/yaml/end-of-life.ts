/** The website's `eol.yaml`: the last patch and the end of life of releases that are no longer supported. */
import { z } from "zod";
import type { TimelineFormat } from "../contract.ts";
import { plainText } from "../markdown/inline.ts";
import { whenInCell } from "../when.ts";
import { chooseRelease } from "./choose-release.ts";
import { lineOf, parseAs } from "./parse.ts";

const branch = z.object({
  release: z.string(),
  finalPatchRelease: z.string().default(""),
  endOfLifeDate: z.string().default(""),
  note: z.string().default(""),
});

const form = z.object({ branches: z.array(branch) });

export const endOfLife: TimelineFormat = {
  name: "end-of-life list",
  recognizes: (text) => /^branches:\s*$/m.test(text),
  read(text, request) {
    const { branches } = parseAs(form, text, request.where);
    const { release, entries, notices } = chooseRelease(branches, (one) => one.release, request);
    const lines = text.split(/\r?\n/);
    const statements = entries.map(({ finalPatchRelease, endOfLifeDate, note }) => ({
      id: "end_of_life",
      what: `End of life of ${release}, the last patch is ${finalPatchRelease}`,
      ...whenInCell(endOfLifeDate, false),
      place: { name: "branches", kind: "table" } as const,
      line: lineOf(
        lines,
        new RegExp(`finalPatchRelease:.*${finalPatchRelease.replace(/\W/g, ".")}`),
      ),
      text: plainText(note) || `${finalPatchRelease}: ${endOfLifeDate}`,
    }));
    return { release, statements, notices };
  },
};
