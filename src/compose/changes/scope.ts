/** What people changed in plan and calendar since the last report, and what counts: no progress. */
import { longDate } from "../../calendar.ts";
import type { Changes, CoverageChange, ScopeChange } from "../../domain/assessment.ts";
import type { Block, Inline } from "../../domain/deck.ts";
import { code, joined, strong, text } from "../inlines.ts";
import { headedList } from "../slides.ts";
import type { View } from "../view.ts";
import { signed } from "../words.ts";

type Line = readonly Inline[];

/** How many names are told; the others are in report.json. */
const shownNames = 3;

export function scopeBlocks(view: View, changes: Changes): readonly Block[] {
  return [
    ...headedList("Schedule", changes.schedule.map(scheduleLine)),
    ...headedList("Plan", planLines(changes.scope)),
    ...headedList("What counts", eligibilityLines(view, changes.coverage)),
  ];
}

function scheduleLine({ title, from, to }: Changes["schedule"][number]): Line {
  return [strong(title), text(` moved from ${longDate(from)} to ${longDate(to)}`)];
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
  const parts = [
    [total.promoted, "promoted"],
    [total.ineligible, "by eligibility"],
    [total.restated, "restated"],
  ] as const;
  const split = parts
    .filter(([value]) => value !== 0)
    .map(([value, word]) => (value === undefined ? `unknown ${word}` : `${signed(value)} ${word}`));
  return [
    [
      text(`Total from ${total.from} to `),
      view.number(`coverage.${release}.total`),
      text(`: ${split.join(", ")}`),
    ],
  ];
}

function newlyIneligibleLine(view: View, { newlyIneligible }: CoverageChange): readonly Line[] {
  if (newlyIneligible.length === 0) return [];
  const names = newlyIneligible.slice(0, shownNames).map((name) => [code(name)]);
  const more = newlyIneligible.length - names.length;
  return [
    [
      view.number("coverage.newlyIneligible"),
      text(" newly ineligible: "),
      ...joined(names, ", "),
      text(more > 0 ? ` and ${more} more` : ""),
    ],
  ];
}
