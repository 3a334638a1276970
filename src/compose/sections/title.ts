/** The first slide: what it is, as of when, how old its facts are, what comes next. */
import { age, longInstant } from "../../calendar.ts";
import type { Block } from "../../domain/deck.ts";
import type { Section } from "../contract.ts";
import { text } from "../inlines.ts";
import { nextMeeting } from "../meetings.ts";
import { nextFreeze } from "../next-freeze.ts";
import { footnote, paragraph, prose } from "../slides.ts";
import type { View } from "../view.ts";
import { count } from "../words.ts";

export const title: Section = {
  kind: "title",
  about: "The release, the as-of date, the next freeze and the next meeting.",
  compose(view, setting) {
    const { plan } = view.assessment;
    return [
      {
        id: "title",
        title: [text(setting.title ?? plan.title)],
        layout: "title",
        blocks: [
          ...prose(view, setting.text ?? plan.intro),
          paragraph([text(`As of ${longInstant(view.assessment.asOf)}`)]),
          ...nextFreeze(view),
          ...nextMeeting(view),
          ...sources(view),
        ],
      },
    ];
  },
};

function sources(view: View): readonly Block[] {
  const { sources: all, asOf } = view.assessment;
  const [oldest] = all.map(({ retrievedAt }) => retrievedAt).toSorted();
  if (oldest === undefined) return [];
  const unread = all.filter(({ status }) => status !== "ok").length;
  const failed = unread === 0 ? "" : `, ${unread} of them could not be read`;
  const read = `; the oldest was read ${age(oldest, asOf)} earlier`;
  return [footnote([text(`${count(all.length, "source")}${failed}${read}`)])];
}
