/** What moved since the last report: key results, coverage, jobs, items. */
import { amountOf } from "../../domain/amount.ts";
import type { Changes, CoverageChange, ItemChange } from "../../domain/assessment.ts";
import type { Block, Inline } from "../../domain/deck.ts";
import type { Release } from "../../domain/release.ts";
import { link, strong, text } from "../inlines.ts";
import { headedList, list } from "../slides.ts";
import type { View } from "../view.ts";
import { jobStatus, signed, standingStatus } from "../words.ts";
import { someNames } from "./names.ts";

type Line = readonly Inline[];

export function progressBlocks(view: View, changes: Changes): readonly Block[] {
  return [
    ...list([
      ...changes.keyResults.flatMap((change) => keyResultLine(view, change)),
      ...coverageLine(view, changes.coverage),
      ...changes.jobs.map(jobLine),
    ]),
    ...headedList("Newly tested, by name", nameLines(view, changes.coverage)),
    ...headedList("Items", moved(changes.items).map(itemLine)),
  ];
}

function keyResultLine(view: View, change: Changes["keyResults"][number]): readonly Line[] {
  const found = view.keyResults.find(({ keyResult }) => keyResult.id === change.keyResult);
  if (found === undefined) return [];
  const { currentName, unit } = found.progress;
  const words = typeof change.to === "number" ? ` ${unit}` : "";
  return [
    [
      strong(change.keyResult),
      text(`: from ${change.from ?? "unknown"} to `),
      view.number(currentName),
      text(words),
    ],
  ];
}

/** What only was restated is no progress and stands elsewhere. */
function coverageLine(view: View, change: CoverageChange | undefined): readonly Line[] {
  if (change === undefined || change.tested.from === change.tested.to) return [];
  const { release, tested } = change;
  const now = view.number(`coverage.${release}.tested`);
  if (tested.progress === undefined) {
    const words = saysWhy(view, release) ? " tested, unknown why" : " tested";
    return [[text(`Coverage of ${release}: from ${tested.from} to `), now, text(words)]];
  }
  if (tested.progress === 0) return [];
  const rest = [
    [tested.ineligible, "by eligibility"],
    [tested.restated, "restated"],
  ] as const;
  const told = rest
    .filter(([value = 0]) => value !== 0)
    .map(([value = 0, word]) => `, ${signed(value)} of it ${word}`);
  return [
    [
      text("Coverage: "),
      view.number("coverage.newlyTested", signed(tested.progress)),
      text(` tested in ${release} (from ${tested.from} to `),
      now,
      text(`${told.join("")})`),
    ],
  ];
}

/** Whether the source tells what a release itself tested: then it is missed where it cannot be compared. */
function saysWhy({ assessment: { coverage } }: View, release: Release): boolean {
  const row = coverage?.releases.find((candidate) => candidate.release === release);
  return row?.newTested !== undefined && row.oldTested !== undefined;
}

/** What became of single names, where both exports list them; where a page shows all of them, its link. */
function nameLines(view: View, change: CoverageChange | undefined): readonly Line[] {
  if (change?.names === undefined) return [];
  const { newTested, oldTested, noLongerTested } = change.names;
  const { pages = {} } = view.assessment.coverage ?? {};
  const groups = [
    [newTested, `promoted in ${change.release} with a test`, pages.newTested],
    [oldTested, "promoted earlier", pages.oldTested],
    [noLongerTested, "no longer tested", undefined],
  ] as const;
  return groups.flatMap(([names, words, page]) =>
    names.length === 0
      ? []
      : [[link(`${names.length} ${words}`, page), text(": "), ...someNames(names)]],
  );
}

function jobLine({ job, from }: Changes["jobs"][number]): Line {
  return [
    link(`${job.name} on ${job.instance}`, job.url),
    text(`: from ${from} to `),
    jobStatus(job.state),
  ];
}

/** By what became of them. What only came into the plan, or left it, is a change of scope. */
function moved(items: readonly ItemChange[]): readonly ItemChange[] {
  return (["landed", "moved", "slipped", "dropped", "replaced"] as const).flatMap((kind) =>
    items.filter((change) => change.kind === kind && change.to !== undefined),
  );
}

function itemLine({ keyResult, item, kind, from, to, url, note }: ItemChange): Line {
  const isMove = kind === "moved" && from !== undefined && to !== undefined;
  return [
    strong(kind),
    text(` ${keyResult} `),
    link(item.title, url),
    text(` ${amountOf(item)}`.trimEnd()),
    ...(isMove ? [text(` from ${from} to `), standingStatus(to)] : []),
    ...(note === undefined ? [] : [text(` (${note})`)]),
  ];
}
