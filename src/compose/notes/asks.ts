/** What to ask the room about items that are not done: whoever could move them may sit in it. */
import type { AssessedItem, ItemLink } from "../../domain/assessment.ts";
import type { Inline, Notes } from "../../domain/deck.ts";
import { joined, link, listed, text } from "../inlines.ts";
import { shortRef } from "../words.ts";

type Inlines = readonly Inline[];

/** As many as one can ask before a slide is over. */
const mostAsks = 3;

/**
 * A question for all items that wait for the same, then one for each that a person could move, in the
 * order of the plan; then how many are left.
 */
export function asksAbout(items: readonly AssessedItem[]): Notes {
  const waiting = items.filter(({ waitsFor }) => waitsFor.length > 0);
  const byNeed = Map.groupBy(waiting, ({ waitsFor }) => waitsFor.map(({ ref }) => ref).join(" "));
  const free = items.filter(({ waitsFor }) => waitsFor.length === 0);
  const all = [...[...byNeed.values()].map(questionAboutNeed), ...free.flatMap(questionAbout)].map(
    (question) => [text("Ask: "), ...question],
  );
  const rest = all.length - mostAsks;
  if (rest <= 1) return all;
  return [...all.slice(0, mostAsks), [text(`Ask about ${rest} more that are open.`)]];
}

function questionAboutNeed(items: readonly AssessedItem[]): Inlines {
  const titles = listed(items.map(({ item }) => [text(item.title)]));
  const verb = items.length === 1 ? " waits" : " wait";
  const needs = named(items[0]?.waitsFor ?? []);
  return [text("who can move "), ...needs, text("? "), ...titles, text(`${verb} for it.`)];
}

/** None where there is nothing to do but wait, or nothing any more. */
function questionAbout({ item, stage, links }: AssessedItem): readonly Inlines[] {
  const it = [text(item.title), ...(links.length === 0 ? [] : inBrackets(links))];
  switch (stage) {
    case "planned":
      return [[text("who takes on "), ...it, text("?")]];
    case "written":
      return [[text("who can review "), ...it, text("?")]];
    case "ready":
      return [[text("what keeps "), ...it, text(" from being merged?")]];
    case "blocked":
      return [[text("what would unblock "), ...it, text("?")]];
    case "slipped":
      return [[text("does "), ...it, text(" go into the next release?")]];
    case "unknown":
      return [[text("how does "), ...it, text(" stand? No source says.")]];
    case "merged":
    case "soaking":
    case "landed":
    case "counted":
    case "dropped":
    case "replaced":
    case "excepted":
      return [];
    default:
      return stage satisfies never;
  }
}

function inBrackets(links: readonly ItemLink[]): Inlines {
  return [text(" ("), ...named(links), text(")")];
}

function named(links: readonly ItemLink[]): Inlines {
  return joined(
    links.map(({ ref, url }) => [link(shortRef(ref), url)]),
    ", ",
  );
}
