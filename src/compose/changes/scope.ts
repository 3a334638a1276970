/** What people changed in plan and calendar since the last report, and what counts: no progress. */
import { isCalendarDate, longDate, longInstant } from "../../calendar.ts";
import type { Changes, CoverageChange, ScopeChange } from "../../domain/assessment.ts";
import type { Block, Inline } from "../../domain/deck.ts";
import { strong, text } from "../inlines.ts";
import { headedList } from "../slides.ts";
import type { View } from "../view.ts";
import { signed } from "../words.ts";
import { someNames } from "./names.ts";

type Line = readonly Inline[];

export function scopeBlocks(view: View, changes: Changes): readonly Block[] {
  return [
    ...headedList("Schedule", changes.schedule.map(scheduleLine)),
    ...headedList("Plan", planLines(changes.scope)),
    ...headedList("What counts", eligibilityLines(view, changes.coverage)),
  ];
}

function scheduleLine({ title, from, to }: Changes["schedule"][number]): Line {
  return [strong(title), text(` moved from ${shownTime(from)} to ${shownTime(to)}`)];
}

/** A day, or an instant where the event stayed on its day. */
function shownTime(time: string): string {
  return isCalendarDate(time) ? longDate(time) : longInstant(time);
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
