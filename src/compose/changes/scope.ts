/** What people changed in plan and calendar since the last report, and what counts: no progress. */
import { isCalendarDate, longDate, longInstant } from "../../calendar.ts";
import type { Changes, CoverageChange, ScopeChange, WordChange } from "../../domain/changes.ts";
import type { Block, Inline } from "../../domain/deck.ts";
import { link, strong, text } from "../inlines.ts";
import { headedList } from "../slides.ts";
import type { View } from "../view.ts";
import { signed } from "../words.ts";
import { someNames } from "./names.ts";

type Line = readonly Inline[];

export function scopeBlocks(view: View, changes: Changes): readonly Block[] {
  return [
    ...headedList("Schedule", changes.schedule.map(scheduleLine)),
    ...headedList("Plan", planLines(changes.scope)),
    ...headedList("What people say", wordLines(changes)),
    ...headedList("What counts", eligibilityLines(view, changes.coverage)),
    ...headedList("Texts that were not updated", staleLines(changes.staleTexts)),
  ];
}

function scheduleLine({ title, from, to, instant }: Changes["schedule"][number]): Line {
  const holds = instant === undefined ? "" : ` (${longInstant(instant)})`;
  return [strong(title), text(` moved from ${shownTime(from)} to ${shownTime(to)}${holds}`)];
}

/** A day, or an instant where the event stayed on its day. */
function shownTime(time: string): string {
  return isCalendarDate(time) ? longDate(time) : longInstant(time);
}

/** A word that only says what became of an item stands with the item. */
function wordLines({ words, items }: Changes): readonly Line[] {
  const told = new Set(items.map(({ item, kind }) => `${item.id} ${kind}`));
  return words
    .filter(({ item, word, to }) => word === "outlook" || !told.has(`${item.id} ${to}`))
    .map(wordLine);
}

/** `KR1 Event endpoints: outlook from maybe to unlikely`, `…: set to blocked by hand: the cluster is down (Ann)`. */
function wordLine({ keyResult, item, word, from, to }: WordChange): Line {
  const { override } = item;
  const name = [strong(keyResult), text(` ${item.title}: `)];
  if (word === "outlook")
    return [...name, text(`outlook from ${from ?? "none"} to ${to ?? "none"}`)];
  if (override === undefined) return [...name, text(`no longer set to ${from} by hand`)];
  return [
    ...name,
    text(`set to ${to} by hand: `),
    link(override.why, override.url),
    text(` (${override.who})`),
  ];
}

/** `Since 25 September 2020: the intro, "Conclusions"`. */
function staleLines(texts: Changes["staleTexts"]): readonly Line[] {
  return [...Map.groupBy(texts, ({ since }) => since)].map(([since, all]) => [
    text(`Since ${longDate(since.slice(0, 10))}: ${all.map(({ what }) => what).join(", ")}`),
  ]);
}

function planLines(scope: readonly ScopeChange[]): readonly Line[] {
  const kept = scope.filter(({ kind }) => kind !== "added" && kind !== "removed");
  return [
    ...kept.map(changedLine),
    ...gathered(scope, "added").map(([id, what]) => [strong(id), text(` new: ${what}`)]),
    ...gathered(scope, "removed").map(([id, what]) => [
      strong(id),
      text(` no longer in the plan: ${what}`),
    ]),
  ];
}

function changedLine({ keyResult, what, from, to }: ScopeChange): Line {
  return [strong(keyResult), text(` ${what}: from ${from ?? "none"} to ${to ?? "none"}`)];
}

/** One line for each key result: what came into the plan, or what left it. */
function gathered(
  scope: readonly ScopeChange[],
  kind: "added" | "removed",
): readonly (readonly [string, string])[] {
  const found = scope.filter((change) => change.kind === kind);
  return [...Map.groupBy(found, ({ keyResult }) => keyResult)].map(([id, all]) => [
    id,
    all.map(({ what, from = "", to = "" }) => `${what} ${from}${to}`.trim()).join(", "),
  ]);
}

function eligibilityLines(view: View, change: CoverageChange | undefined): readonly Line[] {
  if (change === undefined) return [];
  return [...totalLine(view, change), ...newlyIneligibleLine(view, change)];
}

function totalLine(view: View, { release, total }: CoverageChange): readonly Line[] {
  if (total.from === total.to) return [];
  const split = splitOf(total);
  const words = split.length === 0 ? "" : `: ${split.join(", ")}`;
  return [
    [text(`Total from ${total.from} to `), view.number(`coverage.${release}.total`), text(words)],
  ];
}

/** Nothing where the source tells neither part: then there is nothing to split. */
function splitOf({ promoted, ineligible, restated }: CoverageChange["total"]): readonly string[] {
  if (promoted === undefined && ineligible === undefined) return [];
  const parts = [
    [promoted, "promoted"],
    [ineligible, "by eligibility"],
    [restated, "restated"],
  ] as const;
  return parts
    .filter(([value]) => value !== 0)
    .map(([value, word]) => (value === undefined ? `unknown ${word}` : `${signed(value)} ${word}`));
}

function newlyIneligibleLine(view: View, { newlyIneligible }: CoverageChange): readonly Line[] {
  if (newlyIneligible.length === 0) return [];
  return [
    [
      view.number("coverage.newlyIneligible"),
      text(" newly ineligible: "),
      ...someNames(newlyIneligible),
    ],
  ];
}
