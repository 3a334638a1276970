/** What an earlier snapshot still tells where a source gives nothing: with its own dates, and marked. */
import type { Source, WorkItem } from "../domain/facts.ts";
import { coverageSources, factLists, type Snapshot } from "../domain/snapshot.ts";
import type { Facts, Slot } from "./contract.ts";

export interface Gap {
  readonly slot: Slot;
  /** Id of the source that failed. */
  readonly id: string;
  /** What to call it where there is nothing to carry. */
  readonly title: string;
  readonly message: string;
  /** References and keys of queries that are wanted; for work items only. */
  readonly wanted: readonly string[];
}

/** Facts as they were, and their sources, whose ids differ from those `taken`. */
export interface Carried {
  readonly facts: Facts;
  readonly sources: readonly Source[];
}

/** Undefined where the earlier snapshot has nothing for the gap. */
export function carryOver(
  previous: Snapshot,
  gap: Gap,
  taken: ReadonlySet<string>,
): Carried | undefined {
  // A source that gave something has seen to the past itself.
  const facts = factsFor(previous, gap, !taken.has(gap.id));
  const named = sourceIdsIn(facts);
  if (named.size === 0) return undefined;
  const used = previous.sources.filter(({ id }) => named.has(id));
  const renamed = new Map(used.map(({ id }) => [id, freeId(id, taken)]));
  return {
    facts: renameSources(facts, renamed),
    sources: used.map((source) => ({
      ...source,
      id: renamed.get(source.id) ?? source.id,
      status: "carried",
      message: gap.message,
    })),
  };
}

function factsFor(previous: Snapshot, { slot, id, wanted }: Gap, isWhole: boolean): Facts {
  switch (slot) {
    case "github":
      return { ...workItemsFor(previous, wanted), ...(isWhole && historyOf(previous)) };
    case "coverage":
    case "timeline":
      return previous[slot] === undefined ? {} : { [slot]: previous[slot] };
    case "jobs":
      return { jobs: previous.jobs.filter(({ source }) => isOf(id, source)) };
    case "meetings":
      return { meetings: (previous.meetings ?? []).filter(({ source }) => isOf(id, source)) };
    case "exceptions":
    case "enhancements":
      return { [slot]: previous[slot] ?? [] };
    default:
      return slot satisfies never;
  }
}

function historyOf({ history }: Snapshot): Facts {
  return history === undefined ? {} : { history };
}

/** What a query found then is wanted with it. */
function workItemsFor({ workItems, found = [] }: Snapshot, wanted: readonly string[]): Facts {
  const queries = found.filter(({ query }) => wanted.includes(query));
  const hits = queries.flatMap(({ items }) => items.flatMap(({ ref }) => ref ?? []));
  const refs = new Set([...wanted, ...hits]);
  const isWanted = ({ ref, movedFrom = ref }: WorkItem) => refs.has(ref) || refs.has(movedFrom);
  return {
    workItems: workItems.filter(isWanted),
    ...(queries.length > 0 && { found: queries }),
  };
}

/** A source's facts name it, or a part of it: `jobs-1`, `coverage` and `coverage-debt`. */
function isOf(id: string, source: string): boolean {
  return source === id || source.startsWith(`${id}-`);
}

function sourceIdsIn(facts: Facts): ReadonlySet<string> {
  const ids = factLists.flatMap((list) => (facts[list] ?? []).map(({ source }) => source));
  const { coverage, timeline } = facts;
  const parts = coverageSources.map((key) => coverage?.[key]);
  return new Set([...ids, timeline?.source, ...parts].filter((id) => id !== undefined));
}

function renameSources(facts: Facts, names: ReadonlyMap<string, string>): Facts {
  const renamed = (id: string) => names.get(id) ?? id;
  const { coverage, timeline } = facts;
  const lists = factLists.flatMap((list) => {
    const entries = facts[list];
    if (entries === undefined) return [];
    return [[list, entries.map((entry) => ({ ...entry, source: renamed(entry.source) }))] as const];
  });
  const parts = coverageSources.flatMap((key) => {
    const id = coverage?.[key];
    return id === undefined ? [] : [[key, renamed(id)] as const];
  });
  return {
    ...(Object.fromEntries(lists) as Facts),
    ...(coverage && { coverage: { ...coverage, ...Object.fromEntries(parts) } }),
    ...(timeline && { timeline: { ...timeline, source: renamed(timeline.source) } }),
  };
}

function freeId(id: string, taken: ReadonlySet<string>): string {
  if (!taken.has(id)) return id;
  const base = `${id}-earlier`;
  for (let number = 1; ; number += 1) {
    const candidate = number === 1 ? base : `${base}-${number}`;
    if (!taken.has(candidate)) return candidate;
  }
}
