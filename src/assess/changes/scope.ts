/** What people changed in the plan between two reports: targets, items, whole key results. Never progress. */
import type { AssessedKeyResult, AssessedObjective } from "../../domain/assessment.ts";
import type { ScopeChange } from "../../domain/changes.ts";
import { amountOf } from "../../domain/amount.ts";
import type { Entry, Gone, Pair, Tied } from "./pairs.ts";

/** Key results and their targets first, then items in the order of the plan, then what is gone. */
export function scopeChanges(
  before: readonly AssessedObjective[],
  now: readonly AssessedObjective[],
  { pairs, gone }: Tied,
): readonly ScopeChange[] {
  return [
    ...keyResultScope(keyResultsOf(before), keyResultsOf(now)),
    ...itemScope(pairs),
    ...gone.map(goneScope),
  ];
}

export function keyResultsOf(
  objectives: readonly AssessedObjective[],
): readonly AssessedKeyResult[] {
  return objectives.flatMap(({ keyResults }) => keyResults);
}

function keyResultScope(
  before: readonly AssessedKeyResult[],
  now: readonly AssessedKeyResult[],
): readonly ScopeChange[] {
  const old = new Map(before.map((one) => [one.keyResult.id, one]));
  const current = new Set(now.map(({ keyResult }) => keyResult.id));
  const removed = before.filter(({ keyResult }) => !current.has(keyResult.id));
  return [
    ...now.flatMap((to) => {
      const from = old.get(to.keyResult.id);
      return from === undefined ? [wholeScope("added", to)] : targetScope(from, to);
    }),
    ...removed.map((one) => wholeScope("removed", one)),
  ];
}

function wholeScope(
  kind: "added" | "removed",
  { keyResult: { id, title } }: AssessedKeyResult,
): ScopeChange {
  const side = kind === "added" ? { to: title } : { from: title };
  return { keyResult: id, kind, what: "key result", ...side };
}

function targetScope(from: AssessedKeyResult, to: AssessedKeyResult): readonly ScopeChange[] {
  const old = targetsOf(from);
  return targetsOf(to).flatMap(({ what, value }, index) => {
    const before = old[index]?.value;
    if (before === value) return [];
    return [{ keyResult: to.keyResult.id, kind: "target", what, ...sides(before, value) }];
  });
}

function targetsOf({ keyResult, progress }: AssessedKeyResult) {
  const { goal, stretch } = progress;
  return [
    { what: "kind", value: keyResult.kind },
    { what: "goal", value: String(goal) },
    { what: "stretch goal", value: stretch === undefined ? undefined : String(stretch) },
    { what: "freeze", value: keyResult.freeze },
  ];
}

function sides(from: string | undefined, to: string | undefined) {
  return { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
}

function itemScope(pairs: readonly Pair[]): readonly ScopeChange[] {
  const heirs = Map.groupBy(pairs, ({ before }) => before);
  return [...heirs].flatMap(([before, parts]) =>
    before === undefined ? parts.map(newScope) : partsScope(before, parts),
  );
}

function newScope({ now: { keyResult, assessed } }: Pair): ScopeChange {
  return { keyResult, kind: "added", what: assessed.item.title, to: amountOf(assessed.item) };
}

/** One item that became several is one change: what it added against what they add together. */
function partsScope(before: Entry, parts: readonly Pair[]): readonly ScopeChange[] {
  const { keyResult, assessed } = before;
  const [first] = parts;
  if (first === undefined) return [];
  const what = assessed.item.title;
  const from = amountOf(assessed.item);
  if (parts.length > 1) return [{ keyResult, kind: "split", what, from, to: namesOf(parts) }];
  const to = amountOf(first.now.assessed.item);
  return from === to ? [] : [{ keyResult, kind: "resized", what, from, to }];
}

function namesOf(parts: readonly Pair[]): string {
  return parts
    .map(({ now: { assessed } }) => `${amountOf(assessed.item)} ${assessed.item.title}`)
    .join(", ");
}

function goneScope({ entry: { keyResult, assessed } }: Gone): ScopeChange {
  return { keyResult, kind: "removed", what: assessed.item.title, from: amountOf(assessed.item) };
}
