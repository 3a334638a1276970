/** What a team works towards. */
import type { Block, Inline } from "../domain/deck.ts";
import { knownEvents, type KnownEvent } from "../domain/known-events.ts";
import { text } from "./inlines.ts";
import { paragraph } from "./slides.ts";
import { daysLeft, type View } from "./view.ts";

/** The freeze, or the release, that is nearest and has not begun. */
export function nextFreeze(view: View): readonly Block[] {
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
