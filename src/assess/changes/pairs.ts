/** The items of two reports, tied together. */
import type { AssessedItem, AssessedObjective } from "../../domain/assessment.ts";
import type { Contribution } from "../../domain/plan.ts";
import { refKey } from "../../domain/ref.ts";

export interface Entry {
  readonly keyResult: string;
  readonly assessed: AssessedItem;
}

/** An item of today with the one of then that it was, or that it stands for. Several may stand for one. */
export interface Pair {
  readonly now: Entry;
  readonly before: Entry | undefined;
}

/** Every item of today, and those of then that none of them continues. */
export function pairItems(
  before: readonly AssessedObjective[],
  now: readonly AssessedObjective[],
): { readonly pairs: readonly Pair[]; readonly gone: readonly Entry[] } {
  const old = entries(before);
  const pairs = entries(now).map((entry) => ({ now: entry, before: findBefore(old, entry) }));
  const continued = new Set(pairs.map((pair) => pair.before));
  return { pairs, gone: old.filter((entry) => !continued.has(entry)) };
}

function entries(objectives: readonly AssessedObjective[]): readonly Entry[] {
  return objectives.flatMap(({ keyResults }) =>
    keyResults.flatMap(({ keyResult, groups }) =>
      groups.flatMap(({ items }) =>
        items.map((assessed) => ({ keyResult: keyResult.id, assessed })),
      ),
    ),
  );
}

/**
 * By id, then by what it says it replaces, then by a shared reference, then by title; within its own
 * key result before all others, as one pull request may serve two of them.
 */
function findBefore(old: readonly Entry[], { keyResult, assessed }: Entry): Entry | undefined {
  const { item } = assessed;
  const keys = keysOf(item);
  const rules: readonly ((before: Contribution) => boolean)[] = [
    (before) => before.id === item.id,
    (before) => item.replaces.some((key) => keysOf(before).includes(key)),
    (before) => keysOf(before).some((key) => keys.includes(key)),
    (before) => before.title === item.title,
  ];
  const own = old.filter((entry) => entry.keyResult === keyResult);
  for (const rule of rules) {
    const isIt = (entry: Entry) => rule(entry.assessed.item);
    const found = own.find(isIt) ?? old.find(isIt);
    if (found !== undefined) return found;
  }
  return undefined;
}

function keysOf({ id, refs }: Contribution): readonly string[] {
  return [id, ...refs.map(refKey)];
}
