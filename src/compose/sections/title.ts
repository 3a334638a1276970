/** The first slide: what it is, as of when, what comes next. */
import { daysUntil, longDate, longInstant } from "../../calendar.ts";
import type { TimelineEvent } from "../../domain/facts.ts";
import type { Block } from "../../domain/deck.ts";
import type { Section } from "../contract.ts";
import { text } from "../inlines.ts";
import { paragraph, prose } from "../slides.ts";
import type { View } from "../view.ts";
import { count } from "../words.ts";

export const title: Section = {
  kind: "title",
  about: "The release, the as-of date and the next freeze.",
  compose(view, setting) {
    const { plan, asOf } = view.assessment;
    const intro = setting.text ?? plan.intro;
    return [
      {
        id: "title",
        title: [text(setting.title ?? plan.title)],
        layout: "title",
        blocks: [
          ...prose(view, intro === undefined ? {} : { text: intro }),
          paragraph([text(`As of ${longInstant(asOf)}`)]),
          ...nextFreeze(view),
        ],
      },
    ];
  },
};

function nextFreeze(view: View): readonly Block[] {
  const { timeline, asOf } = view.assessment;
  const next = timeline && upcomingFreezes(timeline.events, asOf)[0];
  if (timeline === undefined || next === undefined) return [];
  const days = count(daysUntil(next, asOf), "day");
  return [paragraph([text(`Next: ${next.title}, ${longDate(next.date)} (${days} left)`)])];
}

/** Freezes and the release that have not begun, the nearest first. */
function upcomingFreezes(events: readonly TimelineEvent[], asOf: string): readonly TimelineEvent[] {
  return events
    .filter((event) => event.id.endsWith("-freeze") || event.id === "release")
    .filter((event) => daysUntil(event, asOf) >= 0)
    .toSorted((left, right) => daysUntil(left, asOf) - daysUntil(right, asOf));
}
