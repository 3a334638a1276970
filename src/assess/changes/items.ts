/** What became of each item between two reports, and what people changed in the plan meanwhile. */
import type {
  AssessedItem,
  AssessedObjective,
  ItemChange,
  ScopeChange,
} from "../../domain/assessment.ts";
import type { Contribution } from "../../domain/plan.ts";
import { refKey } from "../../domain/ref.ts";
import { isDone, type Stage } from "../../domain/stage.ts";

interface Entry {
  readonly keyResult: string;
  readonly assessed: AssessedItem;
}

interface Pair {
  readonly now: Entry;
  readonly before: Entry | undefined;
}

export interface ItemChanges {
  readonly items: readonly ItemChange[];
  readonly scope: readonly ScopeChange[];
}

/** Items are tied together by id, then by what they replace, then by a shared reference, then by title. */
export function itemChanges(
  before: readonly AssessedObjective[],
  now: readonly AssessedObjective[],
): ItemChanges {
  const old = entries(before);
  const pairs = entries(now).map((entry) => ({ now: entry, before: findBefore(old, entry) }));
  const gone = old.filter((entry) => !isContinued(entry, pairs));
  return {
    items: [...pairs.flatMap(changeOf), ...gone.map(goneChange)],
    scope: [...scopeChanges(pairs), ...gone.map(goneScope)],
  };
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

function keysOf({ id, refs }: Contribution): readonly string[] {
  return [id, ...refs.map(refKey)];
}

function findBefore(old: readonly Entry[], entry: Entry): Entry | undefined {
  const { item } = entry.assessed;
  const rules: readonly ((before: Contribution) => boolean)[] = [
    (before) => before.id === item.id,
    (before) => item.replaces.some((key) => keysOf(before).includes(key)),
    (before) => keysOf(before).some((key) => keysOf(item).includes(key)),
    (before) => before.title === item.title,
  ];
  for (const rule of rules) {
    const found = old.find(({ assessed }) => rule(assessed.item));
    if (found !== undefined) return found;
  }
  return undefined;
}

function isContinued(old: Entry, pairs: readonly Pair[]): boolean {
  return pairs.some(({ before }) => before === old);
}

function changeOf({ now, before }: Pair): readonly ItemChange[] {
  const to = now.assessed.stage;
  const from = before?.assessed.stage;
  if (from === to) return [];
  const kind = kindOf(from, to);
  const base = { keyResult: now.keyResult, item: now.assessed.item, kind, to };
  const note = replacedNote(now.assessed.item, before?.assessed.item);
  return [
    { ...base, ...(from === undefined ? {} : { from }), ...(note === undefined ? {} : { note }) },
  ];
}

function kindOf(from: Stage | undefined, to: Stage): ItemChange["kind"] {
  if (isDone(to)) return "landed";
  if (to === "slipped" || to === "dropped" || to === "replaced") return to;
  return from === undefined ? "new" : "moved";
}

function replacedNote(now: Contribution, before: Contribution | undefined): string | undefined {
  if (before === undefined) return "new in the plan";
  const isOther = now.replaces.length > 0 && before.id !== now.id;
  if (!isOther) return undefined;
  const [ref] = before.refs;
  const name = before.title === now.title && ref !== undefined ? refKey(ref) : before.title;
  return `in the place of ${name}`;
}

function goneChange({ keyResult, assessed }: Entry): ItemChange {
  return {
    keyResult,
    item: assessed.item,
    kind: "dropped",
    from: assessed.stage,
    note: "no longer in the plan",
  };
}

/** One item that became several is one change: what it added against what they add together. */
function scopeChanges(pairs: readonly Pair[]): readonly ScopeChange[] {
  const added = pairs.filter(({ before }) => before === undefined).map(newScope);
  const heirs = Map.groupBy(pairs, ({ before }) => before);
  const changed = [...heirs].flatMap(([before, parts]) =>
    before === undefined ? [] : partsScope(before, parts),
  );
  return [...changed, ...added];
}

function newScope({ now: { keyResult, assessed } }: Pair): ScopeChange {
  const to = `+${amountOf(assessed)}`;
  return { keyResult, what: assessed.item.title, from: "not in the plan", to };
}

function partsScope(before: Entry, parts: readonly Pair[]): readonly ScopeChange[] {
  const { keyResult, assessed } = before;
  const sum = parts.reduce((total, { now }) => total + amountOf(now.assessed), 0);
  const from = amountOf(assessed);
  if (sum === from && parts.length === 1) return [];
  const named = parts.map(({ now }) => `+${amountOf(now.assessed)} ${now.assessed.item.title}`);
  const to = parts.length === 1 ? `+${sum}` : `+${sum} (${named.join(", ")})`;
  return [{ keyResult, what: assessed.item.title, from: `+${from}`, to }];
}

function amountOf({ item }: AssessedItem): number {
  return item.adds ?? 0;
}

function goneScope({ keyResult, assessed }: Entry): ScopeChange {
  const from = `+${amountOf(assessed)}`;
  return { keyResult, what: assessed.item.title, from, to: "not in the plan" };
}
