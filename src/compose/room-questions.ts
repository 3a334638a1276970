/** What the report asks the room: what reviewers, approvers and the release team can do, and who could help others on. */
import type { AssessedItem } from "../domain/assessment.ts";
import type { Inline } from "../domain/deck.ts";
import type { Actor } from "../domain/risk.ts";
import { joined, link, listed, text } from "./inlines.ts";
import type { View } from "./view.ts";
import { shortRef } from "./words.ts";

type Line = readonly Inline[];

/** As many as a meeting has time for. */
const mostQuestions = 4;

/** Those of whom a room may hold some, and how to ask for one. */
const roomActors: ReadonlyMap<Actor, string> = new Map([
  ["reviewer", "a reviewer"],
  ["approver", "an approver"],
  ["release team", "the release team"],
]);

/** First what many wait for, then what is one person's to do, in the order of the plan; then how many are left. */
export function roomQuestions({ keyResults }: View): readonly Line[] {
  const items = keyResults.flatMap(({ groups }) => groups.flatMap((group) => group.items));
  const waiting = items.filter(({ waitsFor }) => waitsFor.length > 0);
  const byNeed = Map.groupBy(waiting, ({ waitsFor }) => waitsFor.map(({ ref }) => ref).join(" "));
  const all = [
    ...[...byNeed.values()]
      .toSorted((one, other) => other.length - one.length)
      .map(questionAboutNeed),
    ...items.flatMap(questionAbout),
  ];
  const rest = all.length - mostQuestions;
  return rest <= 0
    ? all
    : [...all.slice(0, mostQuestions - 1), [text(`${rest + 1} more are with their items.`)]];
}

/** `Who can move kubernetes#95128? PodProxy redirect test and NodeProxy redirect test wait for it.` */
function questionAboutNeed(items: readonly AssessedItem[]): Line {
  const needs = items[0]?.waitsFor ?? [];
  const named = needs.map(({ ref, url }) => [link(shortRef(ref), url)]);
  const titles = listed(items.map(({ item }) => [text(item.title)]));
  const it = needs.length > 1 ? "them" : "it";
  const verb = items.length === 1 ? "waits" : "wait";
  return [
    text("Who can move "),
    ...joined(named, ", "),
    text("? "),
    ...titles,
    text(` ${verb} for ${it}.`),
  ];
}

/** `Can an approver approve it: ReplicationController?` */
function questionAbout({ item, waitsFor, risk }: AssessedItem): readonly Line[] {
  const actor = risk && roomActors.get(risk.next.move);
  if (actor === undefined || waitsFor.length > 0) return [];
  const { action, url, who } = risk?.next ?? {};
  const whom = who === undefined || who.length === 0 ? actor : who.join(" or ");
  return [[text(`Can ${whom} ${action}: `), link(item.title, url), text("?")]];
}
