/** The events of a calendar, each once, from all that is said about them. */
import type { ReadEvent, TimelineConflict } from "../../domain/read-timeline.ts";
import type { CalendarDate } from "../../domain/time.ts";
import { placeKinds, type PlaceKind } from "./contract.ts";
import type { Dated } from "./dated.ts";

/** All that is said about one event, what is believed first in front. */
export interface Said {
  readonly id: string;
  readonly statements: readonly Dated[];
}

/** By event. Two lines of one place with the same words and different days are two events. */
export function gather(statements: readonly Dated[]): readonly Said[] {
  const groups = new Map<string, Dated[]>();
  for (const statement of statements) {
    const id = freeId(groups, statement);
    const group = groups.get(id);
    if (group === undefined) groups.set(id, [statement]);
    else group.push(statement);
  }
  return [...groups].map(([id, said]) => ({ id, statements: said.toSorted(byTrust) }));
}

function freeId(groups: ReadonlyMap<string, readonly Dated[]>, statement: Dated): string {
  const { id } = statement.event;
  if (statement.isKnown) return id;
  const differs = ({ statement: { place }, date }: Dated) =>
    place.kind === statement.statement.place.kind && date !== statement.date;
  for (let count = 1; ; count += 1) {
    const candidate = count === 1 ? id : `${id}_${count}`;
    if (!(groups.get(candidate) ?? []).some(differs)) return candidate;
  }
}

function byTrust(left: Dated, right: Dated): number {
  return (
    Number(left.date === undefined) - Number(right.date === undefined) ||
    Number(left.event.isWeak) - Number(right.event.isWeak) ||
    trustOf(left) - trustOf(right) ||
    left.statement.line - right.statement.line
  );
}

/**
 * A schedule that moves is mended in its table first. A start does not move: there the sentence with
 * its weekday and year is likelier to be right than a number in a column.
 */
const startOrder: readonly PlaceKind[] = ["summary", "table", "detail"];

function trustOf({ event, statement: { place } }: Dated): number {
  return (event.id === "start" ? startOrder : placeKinds).indexOf(place.kind);
}

/** The day that counts: a release that is planned for a week is due at its end. */
export function dayOf({ event, date, endDate }: Dated): CalendarDate | undefined {
  return event.id === "release" ? (endDate ?? date) : date;
}

/** Of the statements that give the believed day the one that stands in the best place. */
export function chosen({ statements }: Said): Dated | undefined {
  const [first] = statements;
  const agreeing = statements.filter(({ date }) => date === first?.date);
  return agreeing.toSorted(
    (left, right) => placeOf(left) - placeOf(right) || left.statement.line - right.statement.line,
  )[0];
}

function placeOf({ statement: { place } }: Dated): number {
  return placeKinds.indexOf(place.kind);
}

/** The event as it is believed; a time that only another statement about the same day gives goes along. */
export function eventOf(said: Said): ReadEvent | undefined {
  const first = chosen(said);
  if (first === undefined) return undefined;
  const { what, who, week, line, text } = first.statement;
  const timed = said.statements.find(
    ({ date, instant }) => date === first.date && instant !== undefined,
  );
  const { date, endDate } = first;
  const { instant, zone } = timed ?? first;
  return {
    id: said.id,
    what,
    ...(who !== undefined && { who }),
    ...(date !== undefined && { date }),
    ...(endDate !== undefined && { endDate }),
    ...(instant !== undefined && { instant }),
    ...(zone !== undefined && { zone }),
    ...(week !== undefined && { week }),
    line,
    text: tidy(text),
  };
}

const longestText = 500;

/** Tables are padded with any number of blanks. */
function tidy(text: string): string {
  return text
    .slice(0, 10 * longestText)
    .replace(/\s+/g, " ")
    .slice(0, longestText);
}

/** Days that differ, or instants where the days agree. */
export function conflictOf({ id, statements }: Said): TimelineConflict | undefined {
  return differing(id, statements, dayOf) ?? differing(id, statements, ({ instant }) => instant);
}

function differing(
  field: string,
  statements: readonly Dated[],
  valueOf: (dated: Dated) => string | undefined,
): TimelineConflict | undefined {
  const places = new Map<string, string[]>();
  for (const dated of statements) {
    const value = valueOf(dated);
    const { place, line } = dated.statement;
    if (value === undefined) continue;
    places.set(value, [...(places.get(value) ?? []), `${place.name}, line ${line}`]);
  }
  if (places.size < 2) return undefined;
  const where = [...places.values()].map((names) => names.join("; "));
  return { field, values: [...places.keys()], where };
}
