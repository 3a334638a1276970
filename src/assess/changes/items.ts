/** What became of each item between two reports. */
import type { AssessedItem } from "../../domain/assessment.ts";
import type { ItemChange } from "../../domain/changes.ts";
import type { Contribution } from "../../domain/plan.ts";
import { isDone, type Stage } from "../../domain/stage.ts";
import type { Gone, Pair, Tied } from "./pairs.ts";

/** Of every item that stands elsewhere on the team's path; what is no longer in the plan comes last. */
export function itemChanges({ pairs, gone }: Tied): readonly ItemChange[] {
  return [...pairs.flatMap(changeOf), ...gone.map(goneChange)];
}

function changeOf({ now, before }: Pair): readonly ItemChange[] {
  const to = now.assessed.stage;
  const from = before?.assessed.stage;
  const steps = stepsOf(now.assessed.item, before?.assessed.item);
  if (from === to && steps === undefined) return [];
  const note = noteOf(now.assessed.item, before?.assessed.item);
  return [
    {
      keyResult: now.keyResult,
      item: now.assessed.item,
      kind: kindOf(from, to),
      ...(from === undefined ? {} : { from }),
      to,
      ...(steps === undefined ? {} : { steps }),
      ...link(now.assessed),
      ...(note === undefined ? {} : { note }),
    },
  ];
}

/** Only where both plans name one: a step that was not named before is no move. */
function stepsOf(now: Contribution, before: Contribution | undefined): ItemChange["steps"] {
  if (before?.step === undefined || now.step === undefined) return undefined;
  return before.step === now.step ? undefined : { from: before.step, to: now.step };
}

function kindOf(from: Stage | undefined, to: Stage): ItemChange["kind"] {
  if (isDone(to)) return doneKind(from, to);
  if (from === to) return "moved";
  if (to === "slipped" || to === "dropped" || to === "replaced") return to;
  return from === undefined ? "new" : "moved";
}

/** What has landed lands once; that the coverage sees it, or sees it no more, is told beside that. */
function doneKind(from: Stage | undefined, to: Stage): ItemChange["kind"] {
  if (from === undefined || !isDone(from)) return "landed";
  return from !== to && to === "counted" ? "counted" : "moved";
}

function noteOf(now: Contribution, before: Contribution | undefined): string | undefined {
  if (before === undefined) return "new in the plan";
  const isOther = now.replaces.length > 0 && before.id !== now.id;
  if (!isOther) return undefined;
  const [ref] = before.refs;
  const name = before.title === now.title && ref !== undefined ? `#${ref.number}` : before.title;
  return `in the place of ${name}`;
}

/** Where another item stands for it, that one tells what became of it. */
function goneChange({ entry: { keyResult, assessed }, heir }: Gone): ItemChange {
  return {
    keyResult,
    item: assessed.item,
    kind: heir === undefined ? "dropped" : "replaced",
    from: assessed.stage,
    ...link(assessed),
    note: heir === undefined ? "no longer in the plan" : `now in ${heir.assessed.item.title}`,
  };
}

function link({ links }: AssessedItem): Pick<ItemChange, "url"> {
  const [first] = links;
  return first === undefined ? {} : { url: first.url };
}
