/** Words that people set, changed or took back between two reports. */
import type { WordChange } from "../../domain/changes.ts";
import { isSettled } from "../../domain/stage.ts";
import type { Entry, Pair } from "./pairs.ts";

/** Of items that were in the plan before: what is new in it came with its words. */
export function wordChanges(pairs: readonly Pair[]): readonly WordChange[] {
  return pairs.flatMap(({ now, before }) =>
    before === undefined ? [] : [...outlookChange(before, now), ...overrideChange(before, now)],
  );
}

/** An outlook is about the future: of what is settled none is missed. */
function outlookChange(before: Entry, now: Entry): readonly WordChange[] {
  if (isSettled(now.assessed.stage)) return [];
  return change(now, "outlook", [before.outlook, now.outlook]);
}

function overrideChange(before: Entry, now: Entry): readonly WordChange[] {
  const stageOf = ({ assessed }: Entry) => assessed.item.override?.stage;
  return change(now, "override", [stageOf(before), stageOf(now)]);
}

function change(
  { keyResult, assessed: { item } }: Entry,
  word: WordChange["word"],
  [from, to]: readonly [from: string | undefined, to: string | undefined],
): readonly WordChange[] {
  if (from === to) return [];
  const sides = { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
  return [{ keyResult, item, word, ...sides }];
}
