/** What does not fit in a calendar, as findings that travel with it. */
import type { Notice, Severity } from "../../domain/notice.ts";
import type { CalendarDate } from "../../domain/time.ts";
import type { Dated, DatedTimeline } from "./dated.ts";
import { wrongWeeks } from "./weeks.ts";

/** Days, zones and weeks that do not fit, and years that had to be found. `file` names the document. */
export function noticesOf(
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
