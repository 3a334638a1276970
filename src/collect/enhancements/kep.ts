/** Kubernetes enhancement proposals, by the `kep.yaml` of each. */
import { z } from "zod";
import type { SourceError } from "../../domain/errors.ts";
import type { Enhancement, Source } from "../../domain/facts.ts";
import type { Notice } from "../../domain/notice.ts";
import type { CollectContext, SourceKind } from "../contract.ts";
import { readPlace } from "../read-place.ts";
import { settle } from "../settle.ts";
import { parseKep } from "./parse-kep.ts";

const settings = z.strictObject({
  keps: z
    .array(
      z
        .string()
        .regex(/^[\w-]+\/\d{1,7}-[\w.-]+$/, "expected sig-name/number-name, as below keps/"),
    )
    .min(1)
    .max(200)
    .describe(
      "Folders of the proposals below keps/, e.g. sig-architecture/1333-conformance-without-beta.",
    ),
  ref: z
    .string()
    .regex(/^\w[\w./-]*$/, "expected a branch or a commit")
    .default("master")
    .describe("A branch or commit of kubernetes/enhancements."),
  from: z.string().min(1).optional().describe("A folder or address that holds keps/ instead."),
});

type Settings = z.infer<typeof settings>;

const maxBytes = 256 * 1024;

export const kep: SourceKind<Settings> = {
  slot: "enhancements",
  kind: "kep",
  about: "Enhancement proposals of Kubernetes by their kep.yaml.",
  settings,
  async collect(context, wanted) {
    const reads = await Promise.all(wanted.keps.map((name) => readOne(context, wanted, name)));
    const good = reads.flatMap((read) => ("enhancement" in read ? [read] : []));
    const bad = reads.flatMap((read) => ("failure" in read ? [read] : []));
    const [first] = bad;
    if (good.length === 0 && first !== undefined) throw first.failure;
    return {
      sources: good.map(({ source }) => source),
      facts: { enhancements: good.map(({ enhancement }) => enhancement) },
      notices: [...good.flatMap(doubtsOf), ...bad.map(lossOf)],
    };
  },
};

interface Good {
  readonly enhancement: Enhancement;
  readonly source: Source;
  readonly doubts: readonly string[];
}

type Read = Good | { readonly name: string; readonly failure: SourceError };

async function readOne(context: CollectContext, wanted: Settings, name: string): Promise<Read> {
  const { ref, from } = wanted;
  const path = `keps/${name}/kep.yaml`;
  const raw = `https://raw.githubusercontent.com/kubernetes/enhancements/${ref}`;
  const place = `${from ?? raw}/${path}`;
  const reading = readPlace(context, place, maxBytes).then((yaml) => parseKep(yaml, place));
  const { value, failure } = await settle(reading);
  if (failure !== undefined) return { name, failure };
  const [, number] = /\/(\d+)/.exec(name) ?? [];
  const id = `${context.id}-${number}`;
  const { enhancement, doubts } = value;
  const url = `https://github.com/kubernetes/enhancements/blob/${ref}/${path}`;
  const source: Source = {
    id,
    kind: "enhancements",
    title: `KEP ${number}: ${enhancement.title}`,
    url,
    retrievedAt: context.asOf,
    ...(/^[0-9a-f]{40}$/.test(ref) ? { commit: ref } : {}),
    status: "ok",
  };
  return { enhancement: { ...enhancement, url, source: id }, source, doubts };
}

function doubtsOf({ enhancement: { ref, url }, doubts }: Good): readonly Notice[] {
  if (doubts.length === 0) return [];
  const message = `its kep.yaml is not understood in ${doubts.join(", ")}`;
  return [{ code: "enhancement-unclear", severity: "warning", subject: ref, message, url }];
}

function lossOf({ name, failure: { message } }: { name: string; failure: SourceError }): Notice {
  return { code: "enhancement-unreadable", severity: "warning", subject: name, message };
}
