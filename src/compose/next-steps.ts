/** What would help most, and whose move it is. */
import { amountOf } from "../domain/amount.ts";
import type { AssessedItem } from "../domain/assessment.ts";
import type { Inline } from "../domain/deck.ts";
import type { Lever, NextAction } from "../domain/risk.ts";
import { joined, link, strong, text } from "./inlines.ts";
import type { View } from "./view.ts";
import { capitalized, shortRef } from "./words.ts";

type Line = readonly Inline[];

/** A line with the item that it is about. */
interface Step {
  readonly item: string;
  readonly line: Line;
}

/**
 * What would raise a goal's chance most, best first; then what can be done for other items that are
 * at risk, then what items wait for. Each item once.
 */
export function nextSteps(view: View): readonly Line[] {
  const items = view.keyResults.flatMap(({ groups }) => groups.flatMap((group) => group.items));
  const levers = view.keyResults.flatMap(({ keyResult, forecast }) =>
    (forecast?.levers ?? []).map((lever) => ({ id: keyResult.id, lever })),
  );
  const steps = [
    ...levers.toSorted((one, other) => other.lever.step - one.lever.step).map(leverStep),
    ...items.flatMap(riskStep),
    ...items.flatMap(waitingStep),
  ];
  const byItem = Map.groupBy(steps, ({ item }) => item);
  return [...byItem.values()].flatMap(([first]) => (first === undefined ? [] : [first.line]));
}

function leverStep({ id, lever }: { readonly id: string; readonly lever: Lever }): Step {
  const gain = Math.round(lever.step * 100);
  const points = gain < 1 ? "less than a point" : `${gain} ${gain === 1 ? "point" : "points"}`;
  const why = text(`, which may raise the chance of ${id}'s goal by ${points}`);
  return { item: lever.item, line: [...actionLine(lever.item, lever.next), why] };
}

/** Nobody's move is no step. */
function riskStep({ item, risk }: AssessedItem): readonly Step[] {
  if (risk === undefined || risk.next.move === "nobody") return [];
  if (risk.next.move === "another item") return [];
  const named = `${item.title} ${amountOf(item)}`.trimEnd();
  const why = text(`; ${risk.freeze}: ${risk.odds.text}`);
  return [{ item: item.title, line: [...actionLine(named, risk.next), why] }];
}

/** `Rebase it (author octo): ReplicationController`. */
function actionLine(item: string, { action, move, who, url }: NextAction): Line {
  const whose = who.length === 0 ? move : `${move} ${who.join(", ")}`;
  return [strong(capitalized(action)), text(` (${whose}): `), link(item, url)];
}

function waitingStep({ item, waitsFor }: AssessedItem): readonly Step[] {
  if (waitsFor.length === 0) return [];
  const needs = waitsFor.map(({ ref, url }) => [link(shortRef(ref), url)]);
  const named = `: ${item.title} ${amountOf(item)}`.trimEnd();
  const line = [strong("Settle "), ...joined(needs, ", "), text(`${named} waits for it`)];
  return [{ item: item.title, line }];
}
