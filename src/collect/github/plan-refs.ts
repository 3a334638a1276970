/** The references of a plan, each with the place where it stands first. */
import type { Place } from "../../domain/place.ts";
import type { Plan } from "../../domain/plan.ts";
import { parseRef, refKey, type Ref } from "../../domain/ref.ts";

export interface Wanted {
  readonly ref: Ref;
  /** Where the plan names it; absent for what a query found. */
  readonly at?: Place;
}

/** What items refer to, need and replace; each once, whatever the case of its repository's name. */
export function wantedRefs({ objectives }: Plan, found: readonly Ref[]): readonly Wanted[] {
  const items = objectives.flatMap(({ keyResults }) =>
    keyResults.flatMap(({ groups }) => groups.flatMap((group) => group.items)),
  );
  const named = items.flatMap(({ refs, needs, replaces, at }) => {
    const replaced = replaces.flatMap((text) => parseRef(text) ?? []);
    return [...refs, ...needs, ...replaced].map((ref): Wanted => ({ ref, at }));
  });
  const first = new Map<string, Wanted>();
  for (const wanted of [...named, ...found.map((ref): Wanted => ({ ref }))]) {
    const key = refKey(wanted.ref).toLowerCase();
    if (!first.has(key)) first.set(key, wanted);
  }
  return [...first.values()];
}
