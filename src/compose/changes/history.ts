/** What the source of coverage rewrote after the fact: nothing of it is progress. */
import type { Changes, CoverageChange, RestatedRow, RestatedRun } from "../../domain/assessment.ts";
import type { Block, Inline } from "../../domain/deck.ts";
import { text } from "../inlines.ts";
import { headedList, list } from "../slides.ts";
import type { View } from "../view.ts";
import { signed } from "../words.ts";

export function historyTitle(view: View): readonly Inline[] {
  const count = view.value("changes.restated");
  if (count === 0) return [text("Figures that flap: off by one and back")];
  const words = count === 1 ? " figure was restated" : " figures were restated";
  return [view.number("changes.restated"), text(`${words} after the fact: no progress`)];
}

export function historyBlocks({ coverage }: Changes): readonly Block[] {
  if (coverage === undefined) return [];
  return [
    ...list([...coverage.restated.map(runLine), ...ownLine(coverage)]),
    ...headedList("Off by one and back", coverage.flaps.map(rowLine)),
  ];
}

/** `1.9 to 1.19: tested +1 each, 52 to 53 … 229 to 230`. */
function runLine({ field, by, rows }: RestatedRun): readonly Inline[] {
  const [first] = rows;
  const last = rows.at(-1);
  if (first === undefined || last === undefined) return [];
  if (first === last) return rowLine(first);
  const steps = `${step(first)} … ${step(last)}`;
  return [text(`${first.release} to ${last.release}: ${field} ${signed(by)} each, ${steps}`)];
}

function rowLine(row: RestatedRow): readonly Inline[] {
  return [text(`${row.release}: ${row.field} ${signed(row.to - row.from)}, ${step(row)}`)];
}

function step({ from, to }: RestatedRow): string {
  return `${from} to ${to}`;
}

/** The newest release's own row, as far as it moved with the history below it. */
function ownLine({ release, tested }: CoverageChange): readonly (readonly Inline[])[] {
  if (tested.restated === undefined || tested.restated === 0) return [];
  const words = `tested ${signed(tested.restated)} of the step from ${tested.from} to ${tested.to}`;
  return [[text(`${release}: ${words}, not by its own tests`)]];
}
