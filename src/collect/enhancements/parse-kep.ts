/** One `kep.yaml`: a form that people fill in by hand, so each field counts only where it is understood. */
import { z } from "zod";
import { SourceError } from "../../domain/errors.ts";
import type { Enhancement } from "../../domain/facts.ts";
import { parseRelease, type Release } from "../../domain/release.ts";
import { readYaml } from "../yaml.ts";

const text = z.string().default("");
const form = z.object({
  title: z.string().trim().min(1),
  "kep-number": z
    .string()
    .trim()
    .regex(/^\d{1,7}$/),
  status: text,
  stage: text,
  "latest-milestone": text,
  // Left empty, it is a text.
  milestone: z
    .union([
      z.record(z.string(), z.unknown()),
      z.string().transform((): Record<string, unknown> => ({})),
    ])
    .default({}),
});

const stages = ["alpha", "beta", "stable", "deprecated", "disabled", "removed"] as const;

/** Misspellings that occur are not repeated on a slide; what is none of these words is not known. */
const statuses: ReadonlyMap<string, string> = new Map([
  ...["provisional", "implementable", "implemented", "deferred", "rejected", "withdrawn"].map(
    (word) => [word, word] as const,
  ),
  ...["replaced", "superseded", "removed"].map((word) => [word, word] as const),
  ["imlpemented", "implemented"],
]);

export interface ReadKep {
  readonly enhancement: Omit<Enhancement, "url" | "source">;
  /** Which fields say something that is not understood. */
  readonly doubts: readonly string[];
}

/** Throws a SourceError where the file has no title or no number: it is then not this form. */
export function parseKep(yaml: string, where: string): ReadKep {
  const { data } = form.safeParse(readYaml(yaml, where), { jitless: true });
  if (data === undefined)
    throw new SourceError(`${where} has no title or no kep-number`, { code: "malformed" });
  const status = statuses.get(firstWord(data.status));
  const stage = stages.find((known) => known === firstWord(data.stage));
  const release = releaseIn(data["latest-milestone"]);
  const milestones = stages.flatMap((known) => {
    const planned = releaseIn(data.milestone[known]);
    return planned === undefined ? [] : [[known, planned] as const];
  });
  return {
    enhancement: {
      ref: `kubernetes/enhancements#${Number(data["kep-number"])}`,
      title: data.title,
      ...(status === undefined ? {} : { status }),
      ...(stage === undefined ? {} : { stage }),
      ...(release === undefined ? {} : { release }),
      milestones: Object.fromEntries(milestones),
    },
    doubts: doubtsOf(data, { status, stage, release }),
  };
}

/** `implemented (alpha)` is implemented; `alpha|beta|stable` is the unfilled form. */
function firstWord(written: string): string {
  const [word = "", next = ""] = written.trim().toLowerCase().split(/\s+/);
  return next === "" || next.startsWith("(") ? word : "";
}

/** `0.0`, `TBD`, `never` and `1.N` name none. */
function releaseIn(written: unknown): Release | undefined {
  const release = typeof written === "string" ? parseRelease(written) : undefined;
  return release === undefined || release === "0.0" ? undefined : release;
}

/** Empty is not known, and so are the words that people write for it; anything else is a doubt. */
const blank = /^(?:|null|~|tb[acd]|n\/a|never|0\.0|v?1\.n|[a-z]+(?:\|[a-z]+)+)$/i;

function doubtsOf(
  data: z.infer<typeof form>,
  read: Readonly<Record<"status" | "stage" | "release", string | undefined>>,
): readonly string[] {
  const fields = [
    ["status", data.status, read.status],
    ["stage", data.stage, read.stage],
    ["latest-milestone", data["latest-milestone"], read.release],
  ] as const;
  const single = fields.flatMap(([name, written, understood]) =>
    understood === undefined && !blank.test(written.trim()) ? [name] : [],
  );
  const planned = Object.entries(data.milestone).flatMap(([name, written]) => {
    const isOdd = releaseIn(written) === undefined && !blank.test(String(written).trim());
    return isOdd ? [`milestone.${name}`] : [];
  });
  return [...single, ...planned];
}
