/** From the text of a release calendar, in any format, to what it says and where it does not fit. */
import { SourceError } from "../../domain/errors.ts";
import {
  timelineFields,
  type ReadTimeline,
  type TimelineField,
} from "../../domain/read-timeline.ts";
import type { TimelineRequest, WrittenTimeline } from "./contract.ts";
import { dateStatements } from "./dated.ts";
import { chosen, conflictOf, dayOf, eventOf, gather, type Said } from "./events-of.ts";
import { noticesOf } from "./notices.ts";
import { timelineFormats } from "./registry.ts";

/** The largest known calendar has 20 KiB and 50 dates. */
const maxLength = 512 * 1024;
const maxStatements = 2_000;

/**
 * Reads any format of the registry. Nothing in the text is chosen in silence: statements that differ
 * are conflicts, days, zones and weeks that do not fit are notices. Throws a SourceError for a text
 * that is no release calendar or holds no date.
 */
export function readTimeline(text: string, request: TimelineRequest): ReadTimeline {
  const written = readWritten(text.replace(/^\uFEFF/, ""), request);
  const read = timelineFrom(written, request.where);
  if (read.events.some(({ date }) => date !== undefined)) return read;
  throw new SourceError(`${request.where} holds no date of ${read.release}`, {
    code: "timeline",
    hint: "Is it a release calendar? Its dates stand in a table, a list or a summary.",
  });
}

/** What the statements of a document say together. `where` names the document in messages. */
export function timelineFrom(written: WrittenTimeline, where: string): ReadTimeline {
  const dated = dateStatements(written);
  const said = gather(dated.statements);
  const { dates, instants } = factsOf(said);
  return {
    release: written.release,
    dates,
    instants,
    events: inOrder(said).flatMap((one) => eventOf(one) ?? []),
    conflicts: said.flatMap((one) => conflictOf(one) ?? []),
    superseded: supersededOf(said),
    notices: [...written.notices, ...noticesOf(dated, dates.start, where)],
  };
}

function readWritten(text: string, request: TimelineRequest): WrittenTimeline {
  const refuse = (why: string) => new SourceError(`${request.where} ${why}`, { code: "timeline" });
  if (text.length > maxLength) throw refuse("is too long for a release calendar");
  const format = timelineFormats.find((candidate) => candidate.recognizes(text));
  if (format === undefined) throw refuse("is no release calendar");
  const written = format.read(text, request);
  if (written.statements.length <= maxStatements) return written;
  throw refuse(`holds more than ${maxStatements} dates: it is no release calendar`);
}

function factsOf(said: readonly Said[]): Pick<ReadTimeline, "dates" | "instants"> {
  const dates: Partial<Record<TimelineField, string>> = {};
  const instants: Partial<Record<TimelineField, string>> = {};
  for (const field of timelineFields) {
    const found = said.find(({ id }) => id === field);
    const [first] = found?.statements ?? [];
    const date = first && dayOf(first);
    const instant = found && eventOf(found)?.instant;
    if (date !== undefined) dates[field] = date;
    if (instant !== undefined) instants[field] = instant;
  }
  return { dates, instants };
}

function inOrder(said: readonly Said[]): readonly Said[] {
  const isInTable = (one: Said) => chosen(one)?.statement.place.kind === "table";
  const lineOf = (one: Said) => chosen(one)?.statement.line ?? 0;
  return said.toSorted(
    (left, right) =>
      Number(isInTable(right)) - Number(isInTable(left)) || lineOf(left) - lineOf(right),
  );
}

function supersededOf(said: readonly Said[]): ReadTimeline["superseded"] {
  const replaced = said.map(
    ({ id, statements }) =>
      [id, [...new Set(statements.flatMap((one) => one.replaced))].toSorted()] as const,
  );
  return Object.fromEntries(replaced.filter(([, days]) => days.length > 0));
}
