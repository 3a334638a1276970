/** What became of each item between two reports. */
import type { AssessedItem, ItemChange } from "../../domain/assessment.ts";
import type { Contribution } from "../../domain/plan.ts";
import { isDone, type Stage } from "../../domain/stage.ts";
import type { Entry, Pair } from "./pairs.ts";

/** Of every item whose stage differs; what is no longer in the plan comes last. */
export function itemChanges(pairs: readonly Pair[], gone: readonly Entry[]): readonly ItemChange[] {
  return [...pairs.flatMap(changeOf), ...gone.map(goneChange)];
}

function changeOf({ now, before }: Pair): readonly ItemChange[] {
  const to = now.assessed.stage;
  const from = before?.assessed.stage;
  if (from === to) return [];
  const note = noteOf(now.assessed.item, before?.assessed.item);
  return [
    {
      keyResult: now.keyResult,
      item: now.assessed.item,
      kind: kindOf(from, to),
      ...(from === undefined ? {} : { from }),
      to,
      ...link(now.assessed),
      ...(note === undefined ? {} : { note }),
    },
  ];
}

function kindOf(from: Stage | undefined, to: Stage): ItemChange["kind"] {
  if (isDone(to)) return "landed";
  if (to === "slipped" || to === "dropped" || to === "replaced") return to;
  return from === undefined ? "new" : "moved";
}

function noteOf(now: Contribution, before: Contribution | undefined): string | undefined {
  if (before === undefined) return "new in the plan";
  const isOther = now.replaces.length > 0 && before.id !== now.id;
  if (!isOther) return undefined;
  const [ref] = before.refs;
  const name = before.title === now.title && ref !== undefined ? `#${ref.number}` : before.title;
  return `in the place of ${name}`;
}

function goneChange({ keyResult, assessed }: Entry): ItemChange {
  return {
    keyResult,
    item: assessed.item,
    kind: "dropped",
    from: assessed.stage,
    ...link(assessed),
    note: "no longer in the plan",
  };
}

function link({ links }: AssessedItem): Pick<ItemChange, "url"> {
  const [first] = links;
  return first === undefined ? {} : { url: first.url };
}
