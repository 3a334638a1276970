/** What became of each promise: how much of it landed, what is missing, and why. */
import { longDate } from "../../calendar.ts";
import type { ItemLink } from "../../domain/assessment.ts";
import type { WorkItem } from "../../domain/facts.ts";
import type { ItemOutcome } from "../../domain/outcome.ts";
import type { Contribution } from "../../domain/plan.ts";
import { compareReleases, parseRelease, type Release } from "../../domain/release.ts";
import { isDone } from "../../domain/stage.ts";
import type { Instant } from "../../domain/time.ts";
import type { Entry } from "../changes/pairs.ts";
import type { End, Track } from "./tracks.ts";

/** What a promise is judged by. */
export interface Judging {
  readonly release: Release;
  /** The report that judges. */
  readonly asOf: Instant;
  readonly unitOf: (keyResult: string) => string;
  readonly workItems: ReadonlyMap<string, WorkItem>;
}

export function itemOutcome(judging: Judging, { first, since, ends }: Track): ItemOutcome {
  const promised = amountOf(first);
  const landed = landedOf(ends);
  const deciding = decidingEnd(ends);
  const { keyResult, assessed } = deciding.entry;
  const missing = promised === undefined ? undefined : Math.max(0, promised - landed);
  const fate = fateOf(judging, ends, missing);
  const [link] = assessed.links;
  const to = fate === "landed" ? undefined : nextRelease(judging, deciding.entry);
  return {
    keyResult,
    unit: judging.unitOf(keyResult),
    title: first.assessed.item.title,
    ...(link === undefined ? {} : { url: link.url }),
    since,
    promised,
    landed: promised === undefined ? undefined : landed,
    missing,
    fate,
    stage: assessed.stage,
    heirs: heirsOf(first, ends),
    ...reason(first, deciding, fate),
    ...(to === undefined ? {} : { to }),
  };
}

/** What an item adds, or clears; undefined where it names neither. */
export function amountOf({ assessed: { item } }: Entry): number | undefined {
  if (item.adds !== undefined || item.clears === undefined) return item.adds;
  return Object.values(item.clears).reduce((sum, count) => sum + count, 0);
}

/** What all that is done of these brings. */
export function landedOf(ends: readonly End[]): number {
  return ends
    .filter(({ entry }) => isDone(entry.assessed.stage))
    .reduce((sum, { entry }) => sum + (amountOf(entry) ?? 0), 0);
}

/** The first that is not done says why; else the first. There is always one. */
function decidingEnd(ends: readonly End[]): End {
  const found = ends.find(({ entry }) => !isDone(entry.assessed.stage)) ?? ends[0];
  if (found === undefined) throw new TypeError("an item has come to no end");
  return found;
}

function fateOf(
  { asOf }: Judging,
  ends: readonly End[],
  missing: number | undefined,
): ItemOutcome["fate"] {
  const done = ends.filter(({ entry }) => isDone(entry.assessed.stage));
  if (done.length === ends.length && (missing ?? 0) === 0) return "landed";
  if (done.length > 0) return "in part";
  const { entry, seen, heir } = decidingEnd(ends);
  if (seen !== asOf) return heir === undefined ? "left the plan" : "replaced";
  const { stage } = entry.assessed;
  return stage === "slipped" || stage === "dropped" || stage === "replaced" ? stage : "open";
}

function heirsOf(first: Entry, ends: readonly End[]): readonly string[] {
  const titles = ends.flatMap(({ entry, heir }) => [
    entry.assessed.item.title,
    ...(heir === undefined ? [] : [heir]),
  ]);
  return [...new Set(titles)].filter((title) => title !== first.assessed.item.title);
}

/** A person's word, else what the reports show. */
function reason(
  first: Entry,
  { entry, seen, heir }: End,
  fate: ItemOutcome["fate"],
): Pick<ItemOutcome, "why" | "whyUrl"> {
  const { item, because } = entry.assessed;
  if (fate === "left the plan") return { why: `not in the plan after ${longDate(dayOf(seen))}` };
  if (heir !== undefined) return { why: `${heir} came in its place` };
  if (fate === "in part" && isDone(entry.assessed.stage)) return { why: resizedWords(first, item) };
  if (item.override === undefined) return { why: because };
  const { why, url } = item.override;
  return { why, ...(url === undefined ? {} : { whyUrl: url }) };
}

function resizedWords(first: Entry, { note, title }: Contribution): string {
  const isOther = title !== first.assessed.item.title;
  const words = isOther ? "what came in its place is smaller" : "landed smaller than promised";
  return note === undefined ? words : `${words}: ${note}`;
}

/** As people say it, else by the milestone of its work: a release after this one. */
function nextRelease({ release, workItems }: Judging, { assessed }: Entry): string | undefined {
  const { to } = assessed.item.override ?? {};
  if (to !== undefined) return to;
  const milestones = assessed.links.flatMap(({ ref }: ItemLink) => {
    const named = parseRelease(workItems.get(ref)?.milestone ?? "");
    return named !== undefined && compareReleases(named, release) > 0 ? [named] : [];
  });
  return milestones.toSorted(compareReleases)[0];
}

function dayOf(asOf: Instant): string {
  return asOf.slice(0, 10);
}
