/** The first slide: what it is, as of when, how old its facts are, what comes next. */
import { age, longInstant } from "../../calendar.ts";
import type { Block, Inline } from "../../domain/deck.ts";
import { knownEvents, type KnownEvent } from "../../domain/known-events.ts";
import type { Section } from "../contract.ts";
import { text } from "../inlines.ts";
import { footnote, paragraph, prose } from "../slides.ts";
import { daysLeft, type View } from "../view.ts";
import { count } from "../words.ts";

export const title: Section = {
  kind: "title",
  about: "The release, the as-of date and the next freeze.",
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
          ...next(view),
          ...sources(view),
        ],
      },
    ];
  },
};

/** The freeze, or the release, that is nearest and has not begun. */
function next(view: View): readonly Block[] {
  const [nearest] = knownEvents
    .filter(({ id }) => id.endsWith("-freeze") || id === "release")
    .filter((known) => left(view, known) >= 0)
    .toSorted((one, other) => left(view, one) - left(view, other));
  return nearest === undefined ? [] : [paragraph(sentence(view, nearest))];
}

function left(view: View, { daysLeft: name }: KnownEvent): number {
  return Number((name && view.value(name)) ?? -1);
}

function sentence(view: View, { id, date, daysLeft: name }: KnownEvent): readonly Inline[] {
  const event = view.assessment.timeline?.events.find((one) => one.id === id);
  return [
    text(`Next: ${event?.title ?? id}, `),
    view.number(date),
    ...(name === undefined ? [] : [text(" ("), ...daysLeft(view, name), text(" left)")]),
  ];
}

function sources(view: View): readonly Block[] {
  const { sources: all, asOf } = view.assessment;
  const [oldest] = all.map(({ retrievedAt }) => retrievedAt).toSorted();
  if (oldest === undefined) return [];
  return [
    footnote([
      text(`${count(all.length, "source")}; the oldest was read ${age(oldest, asOf)} before`),
    ]),
  ];
}
