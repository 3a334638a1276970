/** Events of the release calendar over the cycle. */
import type { ScheduleOutcome } from "../../domain/outcome.ts";
import type { Snapshot } from "../../domain/snapshot.ts";

/** Those that moved, in the order of the newest calendar; an event that is no longer in it is not told. */
export function scheduleOutcomes(series: readonly Snapshot[]): readonly ScheduleOutcome[] {
  const newest = series.findLast(({ timeline }) => timeline !== undefined)?.timeline;
  return (newest?.events ?? []).flatMap(({ id, title }) => {
    const days: { asOf: string; date: string }[] = [];
    for (const { asOf, timeline } of series) {
      const date = timeline?.events.find((event) => event.id === id)?.date;
      if (date !== undefined && days.at(-1)?.date !== date) days.push({ asOf, date });
    }
    return days.length < 2 ? [] : [{ event: id, title, days }];
  });
}
