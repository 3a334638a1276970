/** What the source of coverage rewrote after the fact: nothing of it is progress. */
import { longDate } from "../../calendar.ts";
import type { Changes, CoverageChange, RestatedRow, RestatedRun } from "../../domain/changes.ts";
import type { Block, Inline } from "../../domain/deck.ts";
import type { Provenance } from "../../domain/number.ts";
import { joined, link, text } from "../inlines.ts";
import { footnote, headedList, list } from "../slides.ts";
import type { View } from "../view.ts";
import { signed } from "../words.ts";

export function historyTitle(view: View): readonly Inline[] {
  const count = view.value("changes.restated");
  if (count === 0) return [text("Figures that flap: off by one and back")];
  const words = count === 1 ? " figure was restated" : " figures were restated";
  return [view.number("changes.restated"), text(`${words} after the fact: this is not progress`)];
}

export function historyBlocks({ coverage }: Pick<Changes, "coverage">): readonly Block[] {
  if (coverage === undefined) return [];
  const told = [
    ...list([...coverage.restated.map(runLine), ...ownLines(coverage)]),
    ...headedList("Off by one and back", coverage.flaps.map(rowLine)),
  ];
  return told.length === 0 ? [] : [...told, ...exportsNote(coverage)];
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

/** The release's own row: as far as it moved with the history below it, or whole once it is history itself. */
function ownLines({ release, tested, total, isClosed }: CoverageChange) {
  if (isClosed)
    return [...closedLine(release, "tested", tested), ...closedLine(release, "total", total)];
  if (tested.restated === undefined || tested.restated === 0) return [];
  const words = `tested ${signed(tested.restated)} of the step from ${tested.from} to ${tested.to}`;
  return [[text(`${release}: ${words}, not by its own tests`)]];
}

function closedLine(
  release: string,
  field: RestatedRow["field"],
  { from, to }: Pick<CoverageChange["tested"], "from" | "to">,
): readonly (readonly Inline[])[] {
  if (from === to) return [];
  return [[...rowLine({ release, field, from, to }), text(", after the release was done")]];
}

/** `Compared: export 15446c4, 23 November 2020; export 6353b88, 15 December 2022`. */
function exportsNote({ exports: { from, to } }: CoverageChange): readonly Block[] {
  if (from === undefined || to === undefined) return [];
  return [footnote([text("Compared: "), ...joined([from, to].map(exportInlines), "; ")])];
}

function exportInlines({ title, url, commit, retrievedAt }: Provenance): readonly Inline[] {
  const name = commit === undefined ? title : `export ${commit.slice(0, 7)}`;
  return [link(name, url), text(`, ${longDate(retrievedAt.slice(0, 10))}`)];
}
