/** A release calendar in a file or at an address: Markdown, YAML or iCalendar. */
import { z } from "zod";
import type { SourceKind } from "../../contract.ts";
import { readPlace } from "../../read-place.ts";
import { maxCalendarBytes } from "../addresses.ts";
import { readTimeline } from "../read-timeline.ts";
import { toFacts } from "../to-facts.ts";

const settings = z.strictObject({
  from: z.string().min(1).describe("File or address of the calendar."),
});

type Settings = z.infer<typeof settings>;

export const calendarFile: SourceKind<Settings> = {
  slot: "timeline",
  kind: "file",
  about: "A release calendar in a file or at an address: Markdown, YAML or iCalendar.",
  settings,
  async collect(context, { from }) {
    const { id, asOf, plan } = context;
    const text = await readPlace(context, from, maxCalendarBytes);
    const read = readTimeline(text, { where: from, release: plan.release });
    const origin = /^https?:/i.test(from) ? { source: id, url: from } : { source: id };
    const { timeline, notices } = toFacts(read, origin);
    const { source: _, ...link } = origin;
    const title = `Timeline of ${plan.release}: ${from}`;
    const source = {
      id,
      kind: "timeline",
      title,
      ...link,
      retrievedAt: asOf,
      status: "ok",
    } as const;
    return { sources: [source], facts: { timeline }, notices };
  },
};
