/** The items of two reports, tied together. */
import type { AssessedItem, AssessedObjective } from "../../domain/assessment.ts";
import type { Contribution } from "../../domain/plan.ts";
import { refKey } from "../../domain/ref.ts";
import type { Outlook } from "../../domain/stage.ts";

export interface Entry {
  readonly keyResult: string;
  readonly assessed: AssessedItem;
  /** People's word about it, its own or its group's. */
  readonly outlook: Outlook | undefined;
}

/** An item of today with the one of then that it was, or that it stands for. Several may stand for one. */
export interface Pair {
  readonly now: Entry;
  readonly before: Entry | undefined;
}

/** An item of then that none of today continues; `heir` says that it stands for it beside another one. */
export interface Gone {
  readonly entry: Entry;
  readonly heir: Entry | undefined;
}

export interface Tied {
  readonly pairs: readonly Pair[];
  readonly gone: readonly Gone[];
}

/** Every item of today, and those of then that none of them continues. */
export function pairItems(
  before: readonly AssessedObjective[],
  now: readonly AssessedObjective[],
): Tied {
  return pairEntries(entriesOf(before), entriesOf(now));
}

export function pairEntries(old: readonly Entry[], now: readonly Entry[]): Tied {
  const pairs = now.map((entry) => ({ now: entry, before: findBefore(old, entry) }));
  const continued = new Set(pairs.map((pair) => pair.before));
  const gone = old
    .filter((entry) => !continued.has(entry))
    .map((entry) => ({ entry, heir: now.find((one) => isReplacedBy(entry, one)) }));
  return { pairs, gone };
}

export function entriesOf(objectives: readonly AssessedObjective[]): readonly Entry[] {
  return objectives.flatMap(({ keyResults }) =>
    keyResults.flatMap(({ keyResult, groups }) =>
      groups.flatMap(({ group, items }) =>
        items.map((assessed) => ({
          keyResult: keyResult.id,
          assessed,
          outlook: assessed.item.outlook ?? group.outlook,
        })),
      ),
    ),
  );
}

/**
 * By id, then by what it says it replaces, then by a shared reference, then by title; within its own
 * key result before all others, as one pull request may serve two of them.
 */
function findBefore(old: readonly Entry[], now: Entry): Entry | undefined {
  const { item } = now.assessed;
  const keys = keysOf(item);
  const rules: readonly ((before: Entry) => boolean)[] = [
    ({ assessed: before }) => before.item.id === item.id,
    (before) => isReplacedBy(before, now),
    ({ assessed: before }) => keysOf(before.item).some((key) => keys.includes(key)),
    ({ assessed: before }) => before.item.title === item.title,
  ];
  const own = old.filter(({ keyResult }) => keyResult === now.keyResult);
  for (const isIt of rules) {
    const found = own.find(isIt) ?? old.find(isIt);
    if (found !== undefined) return found;
  }
  return undefined;
}

function isReplacedBy({ assessed: before }: Entry, { assessed: { item } }: Entry): boolean {
  const keys = keysOf(before.item);
  return item.replaces.some((key) => keys.includes(key));
}

function keysOf({ id, refs }: Contribution): readonly string[] {
  return [id, ...refs.map(refKey)];
}
