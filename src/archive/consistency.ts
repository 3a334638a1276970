/** What must hold between the parts of a snapshot, beyond the form of each. */
import { coverageSources, factLists, type Snapshot } from "../domain/snapshot.ts";

/** Something that does not fit the rest, with the way to it from the root. */
export interface Misfit {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

/** Sources that are named but missing; things that are there twice. */
export function findMisfits(snapshot: Snapshot): readonly Misfit[] {
  const { sources, workItems, found, history, jobs, coverage } = snapshot;
  return [
    ...unknownSources(snapshot),
    ...repeated(
      "sources",
      sources.map(({ id }) => id),
    ),
    ...repeated(
      "workItems",
      workItems.map(({ ref }) => ref),
    ),
    ...repeated(
      "found",
      (found ?? []).map(({ query }) => query),
    ),
    ...repeated(
      "history",
      (history ?? []).map(({ repo }) => repo),
    ),
    ...repeated(
      "jobs",
      jobs.map(({ instance, name }) => `${name} on ${instance}`),
    ),
    ...repeated(
      "coverage.endpoints",
      coverage?.endpoints?.map(({ name }) => name),
    ),
    ...repeated(
      "coverage.categories",
      coverage?.categories?.map(({ category }) => category),
    ),
  ];
}

function unknownSources(snapshot: Snapshot): readonly Misfit[] {
  const known = new Set(snapshot.sources.map(({ id }) => id));
  return namedSources(snapshot).flatMap(({ id, path }) =>
    id === undefined || known.has(id)
      ? []
      : [{ path, message: `names the source ${JSON.stringify(id)}, which is not in sources` }],
  );
}

interface NamedSource {
  readonly id: string | undefined;
  readonly path: Misfit["path"];
}

function namedSources(snapshot: Snapshot): readonly NamedSource[] {
  const { coverage, timeline } = snapshot;
  return [
    ...factLists.flatMap((list) =>
      (snapshot[list] ?? []).map(({ source }, index) => ({
        id: source,
        path: [list, index, "source"],
      })),
    ),
    ...coverageSources.map((key) => ({ id: coverage?.[key], path: ["coverage", key] })),
    { id: timeline?.source, path: ["timeline", "source"] },
  ];
}

function repeated(list: string, keys: readonly string[] = []): readonly Misfit[] {
  const first = new Map<string, number>();
  return keys.flatMap((key, index) => {
    const before = first.get(key);
    if (before === undefined) first.set(key, index);
    return before === undefined
      ? []
      : [{ path: [...list.split("."), index], message: `repeats ${key} of ${list}[${before}]` }];
  });
}
