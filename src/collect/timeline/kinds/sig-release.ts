/** The release calendar of a Kubernetes release, as SIG Release keeps it. */
import { z } from "zod";
import type { Notice } from "../../../domain/notice.ts";
import type { SourceKind } from "../../contract.ts";
import { maxCalendarBytes, pageOf, rawAddressOf } from "../addresses.ts";
import { readPlace } from "../../read-place.ts";
import { readTimeline } from "../read-timeline.ts";
import { toFacts } from "../to-facts.ts";

const settings = z.strictObject({
  ref: z
    .string()
    .regex(/^[\w./-]{1,100}$/)
    .optional()
    .describe("Branch, tag or commit of kubernetes/sig-release; master where left out."),
});

type Settings = z.infer<typeof settings>;

export const sigReleaseCalendar: SourceKind<Settings> = {
  slot: "timeline",
  kind: "sig-release",
  about: "The README of a Kubernetes release in kubernetes/sig-release.",
  settings,
  async collect(context, { ref }) {
    const { id, asOf, plan } = context;
    const where = rawAddressOf(plan.release, ref);
    const text = await readPlace(context, where, maxCalendarBytes);
    const read = readTimeline(text, { where, release: plan.release });
    const url = pageOf(plan.release, ref);
    const { timeline, notices } = toFacts(read, { source: id, url });
    const title = `SIG Release: timeline of ${plan.release}`;
    const source = { id, kind: "timeline", title, url, retrievedAt: asOf, status: "ok" } as const;
    const gaps = read.dates.release === undefined ? [gapNotice(title, url)] : [];
    return { sources: [source], facts: { timeline }, notices: [...gaps, ...notices] };
  },
};

/** Every calendar has one; without it part of the text is missing. */
function gapNotice(subject: string, url: string): Notice {
  const message = "it gives no day for the release";
  return { code: "timeline-incomplete", severity: "warning", subject, message, url };
}
