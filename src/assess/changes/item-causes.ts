/** Why the sum of what has landed changed: work that landed, or what people changed about items that had. */
import type { AssessedItem } from "../../domain/assessment.ts";
import type { ChangeCause } from "../../domain/changes.ts";
import { isDone } from "../../domain/stage.ts";
import type { Entry, Tied } from "./pairs.ts";

type Weight = (item: AssessedItem) => number;

const order: readonly ChangeCause["kind"][] = ["landed", "moved", "added", "removed", "resized"];

/** The parts that are not zero, in one order. They add up to the change of the key result's sum. */
export function itemCauses(
  id: string,
  adds: Weight,
  { pairs, gone }: Tied,
): readonly ChangeCause[] {
  const own = pairs.filter(({ now }) => now.keyResult === id);
  const heirs = Map.groupBy(own, ({ before }) => ownEntry(id, before));
  const kept = new Set(own.map(({ before }) => before));
  // What went to another key result has left this one.
  const left = [
    ...gone.map(({ entry }) => entry),
    ...pairs.flatMap(({ before }) => (before === undefined || kept.has(before) ? [] : before)),
  ].filter(({ keyResult }) => keyResult === id);
  const parts = [
    ...[...heirs].flatMap(([before, all]) => {
      const now = all.map(({ now: { assessed } }) => assessed);
      return before === undefined ? addedParts(now, adds) : keptParts(before, now, adds);
    }),
    ...[...new Set(left)].map(({ assessed }) => part("removed", -landedOf(assessed, adds))),
  ];
  return order
    .map((kind) => part(kind, sumOf(parts.filter((one) => one.kind === kind))))
    .filter(({ by }) => by !== 0);
}

/** What was in another key result is new in this one. */
function ownEntry(id: string, before: Entry | undefined): Entry | undefined {
  return before?.keyResult === id ? before : undefined;
}

function addedParts(now: readonly AssessedItem[], adds: Weight): readonly ChangeCause[] {
  return now.map((item) => part("added", landedOf(item, adds)));
}

/** One item and all that stand for it now. */
function keptParts(
  { assessed: before }: Entry,
  now: readonly AssessedItem[],
  adds: Weight,
): readonly ChangeCause[] {
  if (!isDone(before.stage)) return now.map((item) => part("landed", landedOf(item, adds)));
  const all = now.reduce((sum, item) => sum + adds(item), 0);
  const undone = now.filter(({ stage }) => !isDone(stage));
  return [part("resized", all - adds(before)), ...undone.map((item) => part("moved", -adds(item)))];
}

function landedOf(item: AssessedItem, adds: Weight): number {
  return isDone(item.stage) ? adds(item) : 0;
}

function part(kind: ChangeCause["kind"], by: number): ChangeCause {
  return { kind, by };
}

function sumOf(parts: readonly ChangeCause[]): number {
  return parts.reduce((sum, { by }) => sum + by, 0);
}
