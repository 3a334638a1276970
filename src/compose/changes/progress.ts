/** What moved since the last report: key results, coverage, jobs, items. */
import { longDate } from "../../calendar.ts";
import { amountOf } from "../../domain/amount.ts";
import type { AssessedKeyResult } from "../../domain/assessment.ts";
import type { ChangeCause, Changes, CoverageChange, ItemChange } from "../../domain/changes.ts";
import type { Block, Inline } from "../../domain/deck.ts";
import type { Release } from "../../domain/release.ts";
import { joined, link, strong, text } from "../inlines.ts";
import { headedList, list } from "../slides.ts";
import type { View } from "../view.ts";
import { jobStatus, shortRef, signed, standingStatus } from "../words.ts";
import { someNames } from "./names.ts";

type Line = readonly Inline[];

export function progressBlocks(view: View, changes: Changes): readonly Block[] {
  return [
    ...list([
      ...view.keyResults.flatMap((assessed) => keyResultLines(view, changes, assessed)),
      ...coverageLine(view, changes.coverage),
      ...changes.jobs.map(jobLine),
    ]),
    ...headedList("Newly tested, by name", nameLines(view, changes.coverage)),
    ...headedList("Items", [...moved(changes.items).map(itemLine), ...changes.needs.map(needLine)]),
  ];
}

/** How its own figure moved, else how its items did. */
function keyResultLines(
  view: View,
  changes: Changes,
  { keyResult: { id }, progress }: AssessedKeyResult,
): readonly Line[] {
  const change = changes.keyResults.find(({ keyResult }) => keyResult === id);
  if (change !== undefined) return [keyResultLine(view, change, progress)];
  return changes.standings.filter(({ keyResult }) => keyResult === id).flatMap(standingsLine);
}

/** `KR1 endpoints: from 0 to 24 (+19 landed, +5 landed and new in the plan)`. */
function keyResultLine(
  view: View,
  { keyResult, from = "unknown", to, causes }: Changes["keyResults"][number],
  { currentName, unit }: AssessedKeyResult["progress"],
): Line {
  const what = typeof to === "number" ? ` ${unit}` : "";
  const moved = text(`${what}: from ${from} to `);
  return [strong(keyResult), moved, view.number(currentName), text(causeWords(causes))];
}

const causeNames: Readonly<Record<ChangeCause["kind"], string>> = {
  landed: "landed",
  moved: "taken back",
  tested: "tested",
  added: "landed and new in the plan",
  removed: "out of the plan",
  resized: "resized",
  promoted: "promoted",
  eligibility: "by eligibility",
  restated: "restated",
};

/** ` (+19 landed, +5 new in the plan)`; nothing where the figure says it all. */
function causeWords(causes: readonly ChangeCause[]): string {
  if (causes.every(({ kind }) => kind === "landed")) return "";
  return ` (${causes.map(({ kind, by }) => `${signed(by)} ${causeNames[kind]}`).join(", ")})`;
}

/** A single move, from one word to another, is told by its item. */
const plainMove = 2;

/** `KR1 endpoints: written from 7 to 19, maybe from 17 to 10 …`. */
function standingsLine({ keyResult, unit, parts }: Changes["standings"][number]): readonly Line[] {
  if (parts.length <= plainMove) return [];
  const words = parts.map(({ standing, from, to }) => `${standing} from ${from} to ${to}`);
  return [[strong(keyResult), text(` ${unit}: ${words.join(", ")}`)]];
}

/** `Event endpoints need not wait for test-infra#19613 any more`. */
function needLine({ keyResult, item, resolved }: Changes["needs"][number]): Line {
  const needs = resolved.map(({ ref, url, state }) => [
    link(shortRef(ref), url),
    text(` (${state})`),
  ]);
  return [strong("unblocked"), text(` ${keyResult} ${item.title}: `), ...joined(needs, ", ")];
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
  const since = job.since === undefined ? "" : ` since ${longDate(job.since)}`;
  const name = link(`${job.name} on ${job.instance}`, job.url);
  // What no source says any more has not turned.
  if (job.state === "unknown") return [name, text(`: was ${from}, not known now`)];
  return [name, text(`: from ${from} to `), jobStatus(job.state), text(since)];
}

/** By what became of them. What only came into the plan, or left it, is a change of scope. */
function moved(items: readonly ItemChange[]): readonly ItemChange[] {
  return (["landed", "counted", "moved", "slipped", "dropped", "replaced"] as const).flatMap(
    (kind) => items.filter((change) => change.kind === kind && change.to !== undefined),
  );
}

function itemLine(change: ItemChange): Line {
  const { keyResult, item, kind, url, note } = change;
  const { override } = item;
  const isSettledByWord = override !== undefined && override.stage === kind;
  return [
    strong(kind),
    text(` ${keyResult} `),
    link(item.title, url),
    text(` ${amountOf(item)}`.trimEnd()),
    ...(kind === "moved" ? moveWords(change) : []),
    ...(isSettledByWord ? [text(": "), link(override.why, override.url)] : []),
    ...(note === undefined ? [] : [text(` (${note})`)]),
  ];
}

/** ` from written to ready`; ` from test soaking to promotion written` where it went on to the next step. */
function moveWords({ from, to, steps }: ItemChange): Line {
  if (from === undefined || to === undefined) return [];
  const [before, now] = steps === undefined ? ["", ""] : [`${steps.from} `, `${steps.to} `];
  return [text(` from ${before}${from} to ${now}`), standingStatus(to)];
}
