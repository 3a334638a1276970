/** From the text of a release calendar, in any format, to what it says and where it does not fit. */
import { SourceError } from "../../domain/errors.ts";
import type { Notice, Severity } from "../../domain/notice.ts";
import {
  timelineFields,
  type ReadTimeline,
  type TimelineField,
} from "../../domain/read-timeline.ts";
import type { CalendarDate } from "../../domain/time.ts";
import type { TimelineRequest, WrittenTimeline } from "./contract.ts";
import { dateStatements, type Dated, type DatedTimeline } from "./dated.ts";
import { conflictOf, dayOf, eventOf, gather, type Said } from "./events-of.ts";
import { timelineFormats } from "./registry.ts";
import { wrongWeeks } from "./weeks.ts";

/** The largest known calendar has 20 KiB and 50 dates. */
const maxLength = 2 * 1024 * 1024;
const maxStatements = 2_000;

/**
 * Reads any format of the registry. Nothing in the text is chosen in silence: statements that differ
 * are conflicts, days, zones and weeks that do not fit are notices. Throws a SourceError for a text
 * that is no release calendar.
 */
export function readTimeline(text: string, request: TimelineRequest): ReadTimeline {
  const written = readWritten(text, request);
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
    notices: [...written.notices, ...noticesOf(dated, dates.start, request.where)],
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
  const isInTable = ({ statements }: Said) => statements[0]?.statement.place.kind === "table";
  const lineOf = ({ statements }: Said) => statements[0]?.statement.line ?? 0;
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

function noticesOf(
  { statements, inferred }: DatedTimeline,
  start: CalendarDate | undefined,
  file: string,
): readonly Notice[] {
  const found = statements.flatMap((dated) =>
    dated.findings.map(({ code, message }) => ({
      dated,
      code,
      message,
      severity: "warning" as const,
    })),
  );
  const weeks = (start === undefined ? [] : wrongWeeks(statements, start)).map((wrong) => ({
    ...wrong,
    code: "week-differs",
    severity: "info" as const,
  }));
  const notices = [...found, ...weeks].map((one) => noticeOf(one, file));
  // A row of two freezes says everything twice.
  const unique = [
    ...new Map(notices.map((notice) => [`${notice.code}${notice.message}`, notice])).values(),
  ];
  return inferred === undefined ? unique : [inferredNotice(inferred, file), ...unique];
}

function noticeOf(
  found: {
    readonly dated: Dated;
    readonly code: string;
    readonly message: string;
    readonly severity: Severity;
  },
  file: string,
): Notice {
  const { what, line, place } = found.dated.statement;
  return {
    code: found.code,
    severity: found.severity,
    subject: what,
    message: `${place.name}, line ${line}: ${found.message}`,
    at: { file, line, column: 1 },
  };
}

function inferredNotice(
  { day, from }: NonNullable<DatedTimeline["inferred"]>,
  file: string,
): Notice {
  const because = {
    document: "the document says so",
    weekdays: "that is where the weekdays fit",
    release: "that is when this release was due",
  };
  return {
    code: "year-inferred",
    severity: "info",
    subject: file,
    message: `no year stands beside any date; they are read around ${day.slice(0, 4)}, as ${because[from]}`,
  };
}
