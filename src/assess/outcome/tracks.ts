/** Items followed from report to report: what each promise became, and what came in its place. */
import type { Instant } from "../../domain/time.ts";
import type { Side } from "../changes/changes.ts";
import { entriesOf, pairEntries, type Entry, type Gone } from "../changes/pairs.ts";

/** One promise from the report that first had it. */
export interface Track {
  readonly first: Entry;
  readonly since: Instant;
  /** What it is at last: itself, or all that came in its place. */
  readonly ends: readonly End[];
}

export interface End {
  readonly entry: Entry;
  /** The last report that had it. */
  readonly seen: Instant;
  /** Where it left the plan for an item that stands for others too: that one's title. */
  readonly heir?: string;
}

export interface Tracks {
  readonly tracks: readonly Track[];
  /** Each report with its items, as `endsOf` knows them. */
  readonly reports: readonly { readonly side: Side; readonly entries: readonly Entry[] }[];
  /** Of an item of any report all that it is at last. */
  readonly endsOf: (entry: Entry) => readonly End[];
}

/** `series` is every report with its items, the oldest first. */
export function tracksOf(series: readonly Side[]): Tracks {
  const heirs = new Map<Entry, readonly Entry[]>();
  const firsts: Omit<Track, "ends">[] = [];
  let open: readonly End[] = [];
  const reports = series.map((side) => ({ side, entries: entriesOf(side.objectives) }));
  for (const { side, entries: now } of reports) {
    const since = side.snapshot.asOf;
    // Those of the last report come first; one that left the plan earlier may still come back.
    const old = open.map(({ entry }) => entry);
    const { pairs, gone } = pairEntries(old, now);
    for (const [before, all] of Map.groupBy(pairs, (pair) => pair.before)) {
      const entries = all.map((pair) => pair.now);
      if (before !== undefined) heirs.set(before, entries);
      else firsts.push(...entries.map((first) => ({ first, since })));
    }
    open = [...now.map((entry) => ({ entry, seen: since })), ...left(open, gone)];
  }
  const ends = new Map(open.map((end) => [end.entry, end]));
  const endsOf = (entry: Entry): readonly End[] => {
    const end = ends.get(entry);
    return end === undefined ? (heirs.get(entry) ?? []).flatMap(endsOf) : [end];
  };
  const tracks = firsts.map((one) => ({ ...one, ends: endsOf(one.first) }));
  return { tracks, reports, endsOf };
}

/** What this report does not have any more, or did not have before. */
function left(open: readonly End[], gone: readonly Gone[]): readonly End[] {
  const heirOf = new Map(gone.map(({ entry, heir }) => [entry, heir]));
  return open
    .filter(({ entry }) => heirOf.has(entry))
    .map((end) => {
      const heir = heirOf.get(end.entry)?.assessed.item.title;
      return heir === undefined ? end : { ...end, heir };
    });
}
