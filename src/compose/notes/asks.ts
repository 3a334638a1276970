/** What to ask the room about items that are not done: whoever could move them may sit in it. */
import type { AssessedItem, ItemLink } from "../../domain/assessment.ts";
import type { Inline, Notes } from "../../domain/deck.ts";
import { holdsUp, type NextAction } from "../../domain/risk.ts";
import type { Stage } from "../../domain/stage.ts";
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
  const all = [...[...byNeed.values()].map(questionAboutNeed), ...free.flatMap(askAbout)];
  const rest = all.length - mostAsks;
  if (rest <= 1) return all;
  return [...all.slice(0, mostAsks), [text(`Ask about ${rest} more that are open.`)]];
}

function questionAboutNeed(items: readonly AssessedItem[]): Inlines {
  const titles = listed(items.map(({ item }) => [text(item.title)]));
  const verb = items.length === 1 ? " waits" : " wait";
  const needs = named(items[0]?.waitsFor ?? []);
  return [text("Ask: who can move "), ...needs, text("? "), ...titles, text(`${verb} for it.`)];
}

/** Of whoever can do what comes next, where more is known than its stage; else of the room. */
function askAbout(assessed: AssessedItem): Notes {
  const { item, links, risk } = assessed;
  const it = [text(item.title), ...(links.length === 0 ? [] : inBrackets(links))];
  if (risk === undefined) return questionAbout(assessed.stage, it);
  const { next, blockers } = risk;
  const person = personOf(next);
  if (person === undefined) return [];
  if (next.who.length === 0 && !blockers.some(holdsUp)) return questionAbout(assessed.stage, it);
  return [[text(`Ask ${person} to ${next.action}: `), ...it, text(".")]];
}

/** `the author ann`, `a reviewer`; undefined where nobody in a room can do anything. */
function personOf({ move, who }: NextAction): string | undefined {
  const names = who.join(" or ");
  switch (move) {
    case "author":
    case "release team":
      return `the ${move} ${names}`.trimEnd();
    case "reviewer":
      return names === "" ? "a reviewer" : `the reviewer ${names}`;
    case "approver":
      return names === "" ? "an approver" : `the approver ${names}`;
    case "merge bot":
    case "another item":
    case "nobody":
      return undefined;
    default:
      return move satisfies never;
  }
}

/** None where there is nothing to do but wait, or nothing any more. */
function questionAbout(stage: Stage, it: Inlines): Notes {
  switch (stage) {
    case "planned":
      return [[text("Ask: who takes on "), ...it, text("?")]];
    case "written":
      return [[text("Ask: who can review "), ...it, text("?")]];
    case "ready":
      return [[text("Ask: what keeps "), ...it, text(" from being merged?")]];
    case "blocked":
      return [[text("Ask: what would unblock "), ...it, text("?")]];
    case "slipped":
      return [[text("Ask: does "), ...it, text(" go into the next release?")]];
    case "unknown":
      return [[text("Ask: how does "), ...it, text(" stand? No source says.")]];
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
