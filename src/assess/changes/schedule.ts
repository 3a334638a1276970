/** Events of the release calendar that moved. */
import type { ScheduleChange } from "../../domain/changes.ts";
import type { Timeline, TimelineEvent } from "../../domain/facts.ts";

/** Events are known again by their id; one that is new or gone has not moved. */
export function scheduleChanges(
  before: Timeline | undefined,
  now: Timeline | undefined,
): readonly ScheduleChange[] {
  const old = new Map((before?.events ?? []).map((event) => [event.id, event]));
  return (now?.events ?? []).flatMap((event) => {
    const from = old.get(event.id);
    const moved = from === undefined ? undefined : moveOf(from, event);
    return moved === undefined ? [] : [{ event: event.id, title: event.title, ...moved }];
  });
}

/** On the same day only an instant that is another one: one that was not known before is no move. */
function moveOf(
  from: TimelineEvent,
  to: TimelineEvent,
): Pick<ScheduleChange, "from" | "to" | "instant"> | undefined {
  const { instant } = to;
  if (from.date !== to.date) {
    return { from: from.date, to: to.date, ...(instant === undefined ? {} : { instant }) };
  }
  if (from.instant === undefined || instant === undefined) return undefined;
  return from.instant === instant ? undefined : { from: from.instant, to: instant };
}
