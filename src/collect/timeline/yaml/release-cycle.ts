/** The input of Kubernetes' schedule-builder for a release cycle: the rows of a README's table as YAML. */
import { z } from "zod";
import type { Statement, TimelineFormat } from "../contract.ts";
import { findTime } from "../dates/moments.ts";
import { plainText } from "../markdown/inline.ts";
import { weekIn, whenInCell } from "../when.ts";
import { chooseRelease } from "./choose-release.ts";
import { parseAs } from "./parse.ts";

const row = z.object({
  what: z.string(),
  who: z.string().default(""),
  when: z.string().default(""),
  week: z.string().default(""),
});

const form = z.object({
  releases: z.array(z.object({ version: z.string(), timeline: z.array(row) })),
});

export const releaseCycle: TimelineFormat = {
  name: "release-cycle-schedule",
  recognizes: (text) => /^releases:\s*$/m.test(text) && /^\s*(?:-\s+)?timeline:/m.test(text),
  read(text, request) {
    const { releases } = parseAs(form, text, request.where);
    const lines = linesOfRows(text);
    const { release, entries, notices } = chooseRelease(
      withFirstRows(releases),
      ({ version }) => version,
      request,
    );
    const statements = entries.flatMap(({ timeline, firstRow }) =>
      timeline.map((entry, index) => statementOf(entry, lines[firstRow + index] ?? 1)),
    );
    return { release, statements, notices };
  },
};

type Row = z.output<typeof row>;

/** Each release with the number of rows before it, so that rows find their lines. */
function withFirstRows<Entry extends { readonly timeline: readonly Row[] }>(
  releases: readonly Entry[],
) {
  let rows = 0;
  return releases.map((release) => {
    const firstRow = rows;
    rows += release.timeline.length;
    return { ...release, firstRow };
  });
}

/** Every row says what it is about, on a line of its own. */
function linesOfRows(text: string): readonly number[] {
  return text
    .split(/\r?\n/)
    .flatMap((line, index) => (/^\s*(?:-\s+)?what:/.test(line) ? [index + 1] : []));
}

function statementOf({ what, who, when, week }: Row, line: number): Statement {
  const name = plainText(what);
  const time = findTime(name);
  const number = weekIn(week);
  return {
    what: name,
    ...(who !== "" && { who }),
    ...whenInCell(plainText(when), false),
    ...(time && { time }),
    ...(number !== undefined && { week: number }),
    place: { name: "timeline", kind: "table" },
    line,
    text: `${what}: ${when}`,
  };
}
