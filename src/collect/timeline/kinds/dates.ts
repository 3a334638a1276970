/** A release calendar that the plan itself holds. */
import { z } from "zod";
import type { SourceKind } from "../../contract.ts";
import { timelineOfDates } from "../plan-dates.ts";
import { toFacts } from "../to-facts.ts";

const settings = z.strictObject({
  dates: z
    .record(z.string().regex(/^[a-z][a-z0-9-]{0,60}$/), z.string().min(1))
    .describe("By event, such as code-freeze: a day or an instant, as 2020-11-13T02:00:00Z."),
});

type Settings = z.infer<typeof settings>;

export const planDates: SourceKind<Settings> = {
  slot: "timeline",
  kind: "dates",
  about: "Days and instants that stand in the plan.",
  settings,
  async collect({ id, asOf, plan }, { dates }) {
    const read = timelineOfDates(dates, { where: plan.file, release: plan.release });
    const { timeline, notices } = toFacts(read, { source: id });
    const title = `Timeline of ${plan.release} in ${plan.file}`;
    const source = { id, kind: "timeline", title, retrievedAt: asOf, status: "ok" } as const;
    return { sources: [source], facts: { timeline }, notices };
  },
};
