/** What would help most, and whose move it is. */
import { amountOf } from "../domain/amount.ts";
import type { AssessedItem, AssessedKeyResult } from "../domain/assessment.ts";
import { inPercent } from "../domain/chance.ts";
import type { Inline } from "../domain/deck.ts";
import { joined, link, strong, text } from "./inlines.ts";
import { nextInlines } from "./risk/next.ts";
import type { View } from "./view.ts";
import { shortRef } from "./words.ts";

type Line = readonly Inline[];

/** A line with the item that it is about, and by how much it may raise the chance of a goal. */
interface Step {
  readonly item: string;
  readonly gain: number;
  readonly line: Line;
}

/**
 * What would raise a goal's chance most, best first; then what can be done for other items that are
 * open, then what items wait for. Each item once.
 */
export function nextSteps(view: View): readonly Line[] {
  const items = view.keyResults.flatMap(({ groups }) => groups.flatMap((group) => group.items));
  const levers = view.keyResults.flatMap(leverSteps);
  const steps = [
    ...levers.toSorted((one, other) => other.gain - one.gain),
    ...items.flatMap(openStep),
    ...items.flatMap(waitingStep),
  ];
  const byItem = Map.groupBy(steps, ({ item }) => item);
  return [...byItem.values()].flatMap(([first]) => (first === undefined ? [] : [first.line]));
}

/** `ReplicationController: rebase it (author ann); chance of KR1's goal 7 % → 9 %`. */
function leverSteps({ keyResult, forecast }: AssessedKeyResult): readonly Step[] {
  if (forecast === undefined) return [];
  const { goal, levers } = forecast;
  return levers.map(({ item, next, step }) => {
    const [from, to] = [goal.p ?? 0, (goal.p ?? 0) + step].map(inPercent);
    const chance = `; chance of ${keyResult.id}'s goal ${from} → ${to}`;
    const why = goal.p === undefined ? [] : [text(chance)];
    return { item, gain: step, line: [strong(`${item}: `), ...nextInlines(next), ...why] };
  });
}

/** None where it is nobody's move. */
function openStep({ item, risk }: AssessedItem): readonly Step[] {
  if (risk === undefined || risk.next.move === "nobody" || risk.next.move === "another item")
    return [];
  const odds = text(`; ${amountOf(item)} in time: ${risk.odds.text}`);
  const line = [strong(`${item.title}: `), ...nextInlines(risk.next), odds];
  return [{ item: item.title, gain: 0, line }];
}

function waitingStep({ item, waitsFor }: AssessedItem): readonly Step[] {
  if (waitsFor.length === 0) return [];
  const needs = waitsFor.map(({ ref, url }) => [link(shortRef(ref), url)]);
  const line = [strong(`${item.title}: `), text("settle "), ...joined(needs, ", ")];
  return [{ item: item.title, gain: 0, line: [...line, text(", for which it waits")] }];
}
