/** Exceptions to the freezes of a Kubernetes release, as its release team keeps them. */
import { z } from "zod";
import type { Notice } from "../../domain/notice.ts";
import type { SourceKind } from "../contract.ts";
import { readPlace } from "../read-place.ts";
import { parseExceptions } from "./parse-exceptions.ts";

const settings = z.strictObject({
  from: z
    .string()
    .min(1)
    .optional()
    .describe(
      "File or address of exceptions.yaml; that of the plan's release in kubernetes/sig-release where left out.",
    ),
});

type Settings = z.infer<typeof settings>;

const maxBytes = 1024 * 1024;

export const exceptions: SourceKind<Settings> = {
  slot: "exceptions",
  kind: "sig-release",
  about: "The exceptions.yaml of a Kubernetes release.",
  settings,
  async collect(context, { from }) {
    const { id, asOf, plan } = context;
    const place = from ?? `${raw}/${pathOf(plan.release)}`;
    const read = parseExceptions(await readPlace(context, place, maxBytes), place);
    const url =
      from ?? `https://github.com/kubernetes/sig-release/blob/master/${pathOf(plan.release)}`;
    const title = `SIG Release: exceptions of ${plan.release}`;
    const source = { id, kind: "exceptions", title, retrievedAt: asOf, status: "ok" } as const;
    const isAddress = /^https?:/.test(url);
    return {
      sources: [isAddress ? { ...source, url } : source],
      facts: { exceptions: read.exceptions.map((exception) => ({ ...exception, source: id })) },
      notices: read.doubts.map((message): Notice => {
        const notice = { code: "exception-unclear", severity: "warning", subject: title } as const;
        return isAddress ? { ...notice, message, url } : { ...notice, message };
      }),
    };
  },
};

const raw = "https://raw.githubusercontent.com/kubernetes/sig-release/master";

function pathOf(release: string): string {
  return `releases/release-${release}/exceptions.yaml`;
}
