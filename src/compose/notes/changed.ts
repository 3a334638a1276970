/** What to say of what changed since the last report. */
import { longDate, longInstant } from "../../calendar.ts";
import type { Changes, ItemChange } from "../../domain/changes.ts";
import type { Inline, Notes } from "../../domain/deck.ts";
import { link, listed, text } from "../inlines.ts";
import type { View } from "../view.ts";

/** `KR1 moved from 12 to 19 endpoints since 25 September 2020.` Nothing where there is no earlier report. */
export function keyResultMove(view: View, id: string): Notes {
  const { changes } = view.assessment;
  const found = view.keyResults.find(({ keyResult }) => keyResult.id === id);
  if (changes === undefined || found === undefined) return [];
  const move = changes.keyResults.find(({ keyResult }) => keyResult === id);
  if (move === undefined) return [[text(`${id} has not moved since ${dayOf(changes)}.`)]];
  const { currentName, unit } = found.progress;
  return [
    [
      text(`${id} moved from ${move.from ?? "unknown"} to `),
      view.number(currentName),
      text(`${typeof move.to === "number" ? ` ${unit}` : ""} since ${dayOf(changes)}.`),
    ],
  ];
}

/** Whom to thank, and what to ask about what did not make it. */
export function itemMoves({ items }: Changes): Notes {
  return [
    ...about(items, "landed", (named) => [text("Thank who landed "), ...named, text(".")]),
    ...about(items, "slipped", (named) => [text("Ask: what held up "), ...named, text("?")]),
  ];
}

/** As many as one can name in a breath. */
const mostNamed = 4;

function about(
  items: readonly ItemChange[],
  kind: ItemChange["kind"],
  say: (named: readonly Inline[]) => readonly Inline[],
): Notes {
  const all = items.filter((change) => change.kind === kind);
  if (all.length === 0) return [];
  const named = all.slice(0, mostNamed).map(({ item, url }) => [link(item.title, url)]);
  const rest = all.length - mostNamed;
  return [say(listed([...named, ...(rest > 0 ? [[text(`${rest} more`)]] : [])]))];
}

/** `Code freeze moved from 12 November 2020 to 14 November 2020.` */
export function scheduleMoves({ schedule }: Changes): Notes {
  return schedule.map(({ title, from, to }) => [
    text(`${title} moved from ${moment(from)} to ${moment(to)}.`),
  ]);
}

function moment(at: string): string {
  return at.length > 10 ? longInstant(at) : longDate(at);
}

function dayOf({ since }: Changes): string {
  return longDate(since.slice(0, 10));
}
