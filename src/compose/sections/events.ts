/** Events that the plan names. */
import { longDate } from "../../calendar.ts";
import type { PlanEvent } from "../../domain/plan.ts";
import type { Section } from "../contract.ts";
import { link, text } from "../inlines.ts";
import { list, prose, slide } from "../slides.ts";

export const events: Section = {
  kind: "events",
  about: "Dated events of the plan, such as a conference.",
  compose(view, setting) {
    const planned = view.assessment.plan.events;
    if (planned.length === 0) return [];
    return [
      slide("events", setting.title ?? "Events", [
        ...list(planned.map(eventLine)),
        ...prose(view, setting),
      ]),
    ];
  },
};

function eventLine({ title, from, to, url, note }: PlanEvent) {
  const days =
    to === undefined || to === from ? longDate(from) : `${longDate(from)} to ${longDate(to)}`;
  const more = note === undefined ? "" : `; ${note}`;
  return [link(title, url), text(`, ${days}${more}`)];
}
