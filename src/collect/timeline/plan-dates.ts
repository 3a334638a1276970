/** A calendar that the plan itself holds: days and instants by event. */
import { SourceError } from "../../domain/errors.ts";
import type { ReadTimeline } from "../../domain/read-timeline.ts";
import type { Statement, TimelineRequest } from "./contract.ts";
import type { Moment } from "./dates/written.ts";
import { titleOf } from "./events.ts";
import { timelineFrom } from "./read-timeline.ts";
import { whenInCell } from "./when.ts";

/**
 * `code-freeze: 2020-11-12`, an instant in UTC such as `2020-11-13T02:00:00Z`, or a date as a release
 * calendar writes it. Throws a SourceError for a text that is none of them.
 */
export function timelineOfDates(
  dates: Readonly<Record<string, string>>,
  request: Required<TimelineRequest>,
): ReadTimeline {
  const statements = Object.entries(dates).map(([name, text]): Statement => {
    const id = name.replaceAll("-", "_");
    const when = momentOf(text);
    if (when === undefined) throw notADate(request.where, name, text);
    const place = { name: request.where, kind: "table" } as const;
    return { id, what: titleOf(id, name), when, replaced: [], place, line: 1, text };
  });
  return timelineFrom({ release: request.release, statements, notices: [] }, request.where);
}

/** The text must be nothing but a date. */
function momentOf(text: string): Moment | undefined {
  const plain = text.trim().replace(/^(\S{10})T(\S{1,20})Z$/, "$1 $2 UTC");
  const { when } = whenInCell(plain, false);
  return when?.start === 0 && when.end === plain.length ? when : undefined;
}

function notADate(where: string, name: string, text: string): SourceError {
  return new SourceError(`${where}: ${name}: "${text}" is no date`, {
    code: "timeline",
    hint: "Write 2020-11-12, or an instant such as 2020-11-13T02:00:00Z.",
  });
}
