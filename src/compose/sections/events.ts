/** Events that the plan names. */
import { longDate } from "../../calendar.ts";
import type { PlanEvent } from "../../domain/plan.ts";
import type { Section } from "../contract.ts";
import { link, text } from "../inlines.ts";
import { list, prose, slides } from "../slides.ts";

export const events: Section = {
  kind: "events",
  about: "Dated events of the plan, such as a conference.",
  compose(view, setting) {
    return slides({
      id: "events",
      title: setting.title ?? "Events",
      blocks: [...list(view.assessment.plan.events.map(eventLine)), ...prose(view, setting.text)],
    });
  },
};

function eventLine({ title, from, to, url, note }: PlanEvent) {
  const days =
    to === undefined || to === from ? longDate(from) : `${longDate(from)} to ${longDate(to)}`;
  const more = note === undefined ? "" : `; ${note}`;
  return [link(title, url), text(`, ${days}${more}`)];
}
