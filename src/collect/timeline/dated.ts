/** Statements with their days: what a document says, once it is known which year it speaks of. */
import type { CalendarDate } from "../../domain/time.ts";
import type { Statement, WrittenTimeline } from "./contract.ts";
import { settle, settleDay, type Settled, type Surroundings } from "./dates/settle.ts";
import type { Moment, WrittenDay } from "./dates/written.ts";
import { anchorOf, type Anchor } from "./dates/years.ts";
import { anywhereOnEarth, usPacific } from "./dates/zones.ts";
import { eventsIn, idFrom, type NamedEvent } from "./events.ts";

/** A statement about one event. */
export interface Dated extends Settled {
  readonly event: NamedEvent;
  /** Its event is one of those that are known by name. */
  readonly isKnown: boolean;
  readonly statement: Statement;
  /** Days that the document marks as replaced. */
  readonly replaced: readonly CalendarDate[];
}

export interface DatedTimeline {
  readonly statements: readonly Dated[];
  /** Undefined where every date has its year or no year is known. */
  readonly inferred: Anchor | undefined;
}

/** The first release that is announced "Anywhere on Earth". */
const firstAnywhereOnEarth = 35;

export function dateStatements({ release, statements }: WrittenTimeline): DatedTimeline {
  const days = statements.flatMap(daysOf);
  const anchor = anchorOf(days, release);
  const minor = Number(release.split(".")[1]);
  const announcing = minor >= firstAnywhereOnEarth ? anywhereOnEarth : usPacific;
  const fixed = { anchor: anchor?.day, announcing };
  const neighbors = neighborsOf(statements, fixed);
  const dated = statements.flatMap((statement, index) => {
    const events = knownOrOwn(statement, release);
    if (events.length === 0) return [];
    const neighbor = neighbors[index];
    const { replaced, ...said } = settleStatement(statement, { ...fixed, neighbor });
    return events.map(({ isKnown, ...event }) => ({
      ...said,
      event,
      isKnown,
      statement,
      replaced,
    }));
  });
  const isInferred = days.some(({ year }) => year === undefined) && anchor?.from !== "document";
  return { statements: dated, inferred: isInferred ? anchor : undefined };
}

function daysOf({ when, replaced }: Statement): readonly WrittenDay[] {
  const moments: readonly Moment[] = when === undefined ? replaced : [when, ...replaced];
  return moments.flatMap(({ readings }) =>
    readings.flatMap(({ day, end }) => [day, end].filter((one) => one !== undefined)),
  );
}

/** Prose counts only where it speaks of a known event; what is about another release not at all. */
function knownOrOwn(statement: Statement, release: string) {
  const { id, what, isLoose = false, otherRelease } = statement;
  if (otherRelease !== undefined) return [];
  if (id !== undefined) return [{ id, isWeak: false, isKnown: true }];
  const known = eventsIn(what, release).map((event) => ({ ...event, isKnown: true }));
  if (known.length > 0 || isLoose) return known;
  return [{ id: idFrom(what), isWeak: false, isKnown: false }];
}

function settleStatement(statement: Statement, around: Surroundings) {
  const { when, time } = statement;
  const settled = when === undefined ? { findings: [] } : settle(when, time, around);
  const replaced = statement.replaced.flatMap(
    (moment) => settle(moment, undefined, around).date ?? [],
  );
  return { ...settled, replaced };
}

/**
 * For each statement the nearest day above it in the same part of the document that has its month, else
 * the nearest below.
 */
function neighborsOf(
  statements: readonly Statement[],
  fixed: Omit<Surroundings, "neighbor">,
): readonly (CalendarDate | undefined)[] {
  const own = statements.map(({ when }) => {
    const day = when?.readings[0]?.day;
    return day?.month === undefined ? undefined : settleDay(day, { ...fixed, neighbor: undefined });
  });
  const above = filled(statements, own);
  const below = filled(statements.toReversed(), own.toReversed()).toReversed();
  return above.map((day, index) => day ?? below[index]);
}

/** Each day passed on to those behind it in the same part of the document. */
function filled(
  statements: readonly Statement[],
  days: readonly (CalendarDate | undefined)[],
): readonly (CalendarDate | undefined)[] {
  const last = new Map<string, CalendarDate>();
  return statements.map(({ place }, index) => {
    const day = days[index];
    if (day !== undefined) last.set(place.kind, day);
    return last.get(place.kind);
  });
}
