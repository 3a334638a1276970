/** The items of two reports, tied together. */
import type { AssessedItem, AssessedObjective } from "../../domain/assessment.ts";
import { isUnanswered, queryKey } from "../../domain/item-query.ts";
import type { Contribution } from "../../domain/plan.ts";
import { refKey } from "../../domain/ref.ts";
import type { Outlook } from "../../domain/stage.ts";

export interface Entry {
  readonly keyResult: string;
  readonly assessed: AssessedItem;
  /** People's word about it, its own or its group's. */
  readonly outlook: Outlook | undefined;
  /** The key of the query that found it. */
  readonly query: string | undefined;
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

/**
 * Every item of today, and those of then that none of them continues. What a query found is left out
 * where nobody knows what it found on the other day: it is neither new nor gone.
 */
export function pairItems(
  before: readonly AssessedObjective[],
  now: readonly AssessedObjective[],
): Tied {
  const unanswered = unansweredQueries([...before, ...now]);
  const isKnown = ({ query }: Entry) => query === undefined || !unanswered.has(query);
  return pairEntries(entriesOf(before).filter(isKnown), entriesOf(now).filter(isKnown));
}

function unansweredQueries(objectives: readonly AssessedObjective[]): ReadonlySet<string> {
  const groups = objectives.flatMap(({ keyResults }) => keyResults.flatMap((one) => one.groups));
  return new Set(
    groups.flatMap(({ group }) =>
      group.from !== undefined && isUnanswered(group) ? [queryKey(group.from)] : [],
    ),
  );
}

export function pairEntries(old: readonly Entry[], now: readonly Entry[]): Tied {
  const pairs = now.map((entry) => ({ now: entry, before: findBefore(old, entry) }));
  const continued = new Set(pairs.map((pair) => pair.before));
  const gone = old
    .filter((entry) => !continued.has(entry))
    .map((entry) => ({ entry, heir: now.find((one) => isReplacedBy(entry, one)) }));
  return { pairs, gone };
}

/** All items, but for what only stands for a query that nobody has answered. */
export function entriesOf(objectives: readonly AssessedObjective[]): readonly Entry[] {
  return objectives.flatMap(({ keyResults }) =>
    keyResults.flatMap(({ keyResult, groups }) =>
      groups
        .filter(({ group }) => !isUnanswered(group))
        .flatMap(({ group, items }) =>
          items.map((assessed) => ({
            keyResult: keyResult.id,
            assessed,
            outlook: assessed.item.outlook ?? group.outlook,
            query: group.from && queryKey(group.from),
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
