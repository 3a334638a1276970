/** The last safe days of items that still have steps after their present one: after them, little fits. */
import { longDate } from "../../calendar.ts";
import type { AssessedItem } from "../../domain/assessment.ts";
import type { CalendarChart } from "../../domain/chart.ts";
import type { Block } from "../../domain/deck.ts";
import { list } from "../slides.ts";
import { link, listed, text } from "../inlines.ts";
import type { View } from "../view.ts";

/** As many days as a strip has room for beside the calendar's own. */
const mostMarks = 3;

/** `Last safe day: 4 November 2020 for {Pod,Service}ProxyWithPath`. */
export function safeDays(view: View): readonly Block[] {
  return list(
    byDay(view).map(([day, items]) => [
      text(`Last safe day ${longDate(day)}: `),
      ...listed(items.map(({ item, links }) => [link(item.title, links[0]?.url)])),
    ]),
  );
}

export function safeDayMarks(view: View): CalendarChart["marks"] {
  return byDay(view)
    .slice(0, mostMarks)
    .map(([date, items]) => ({
      date,
      label: items.length === 1 ? "Last safe day" : `Last safe day of ${items.length}`,
      tone: "event",
    }));
}

/** Days that are still to come, the next one first. Where no step remains the freeze says it all. */
function byDay(view: View): readonly (readonly [string, readonly AssessedItem[]])[] {
  const today = view.assessment.asOf.slice(0, 10);
  const items = view.keyResults.flatMap(({ groups }) => groups.flatMap((group) => group.items));
  const pressed = items.filter(
    ({ risk }) =>
      risk !== undefined && risk.lastSafeDay < risk.lastDay && risk.lastSafeDay >= today,
  );
  return [...Map.groupBy(pressed, ({ risk }) => risk?.lastSafeDay ?? "")].toSorted(
    ([left], [right]) => (left < right ? -1 : 1),
  );
}
