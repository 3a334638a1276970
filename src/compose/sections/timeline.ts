/** The release calendar: where today is, which freezes come, how long the cycle is. */
import { addDays, dayOf, daysUntil, longDate } from "../../calendar.ts";
import type { Timeline, TimelineEvent } from "../../domain/facts.ts";
import type { Block, Row } from "../../domain/deck.ts";
import type { Section } from "../contract.ts";
import { link, status, text } from "../inlines.ts";
import { paragraph, prose, slide } from "../slides.ts";
import type { View } from "../view.ts";
import { daysBetween } from "../../calendar.ts";

/** The events that get a row; the others are in the calendar file. */
const known: ReadonlyMap<string, string> = new Map([
  ["start", "start"],
  ["enhancements-freeze", "enhancementsFreeze"],
  ["code-freeze", "codeFreeze"],
  ["test-freeze", "testFreeze"],
  ["docs-freeze", "docsFreeze"],
  ["release", "date"],
]);

export const timeline: Section = {
  kind: "timeline",
  about: "The release calendar with today, the freezes and the days left.",
  compose(view, setting) {
    const calendar = view.assessment.timeline;
    if (calendar === undefined) return [];
    const events = calendar.events.filter(({ id }) => known.has(id));
    if (events.length === 0) return [];
    const drawn = [chart(view, events), ...cycle(view, calendar), ...prose(view, setting)];
    const dates = [table(view, events, calendar)];
    return [
      slide("timeline", setting.title ?? titleOf(view), drawn, "Timeline"),
      slide("dates", "Key dates", dates, "Timeline"),
    ];
  },
};

function titleOf(view: View) {
  const days = view.value("release.daysToCodeFreeze");
  if (typeof days === "number" && days >= 0) {
    return [text("Code freeze in "), view.number("release.daysToCodeFreeze"), text(" days")];
  }
  const left = view.value("release.daysToRelease");
  if (typeof left === "number" && left >= 0) {
    return [text("Release in "), view.number("release.daysToRelease"), text(" days")];
  }
  return [text("Release calendar")];
}

function table(view: View, events: readonly TimelineEvent[], { url }: Timeline): Block {
  const rows = events.map((event): Row => {
    const name = `release.${known.get(event.id)}`;
    const days = daysUntil(event, view.assessment.asOf);
    return {
      cells: [
        [link(event.title, url)],
        [view.number(name, longDate(event.date))],
        event.id === "start" || days < 0
          ? [status("past", "neutral")]
          : [text(`${days} days left`)],
      ],
    };
  });
  const columns = [
    { title: "Event", align: "start", weight: 4 },
    { title: "Date", align: "start", weight: 3 },
    { title: "", align: "start", weight: 2 },
  ] as const;
  return { kind: "table", columns, rows };
}

function chart(view: View, events: readonly TimelineEvent[]): Block {
  const today = dayOf(view.assessment.asOf);
  const days = [...events.map(({ date }) => date), today].toSorted();
  const marks = events.map(
    ({ id, title, date }) =>
      ({
        date,
        label: title,
        tone: id === "release" ? "release" : id.endsWith("-freeze") ? "freeze" : "event",
      }) as const,
  );
  const spans = view.assessment.plan.events.map(({ from, to, title }) => ({
    from,
    to: to ?? from,
    label: title,
  }));
  return {
    kind: "chart",
    chart: {
      kind: "calendar",
      title: "Release calendar",
      from: addDays(days[0] ?? today, -3),
      to: addDays(days.at(-1) ?? today, 3),
      today,
      marks,
      spans: spans.filter(({ from, to }) => from >= (days[0] ?? from) && to <= (days.at(-1) ?? to)),
    },
    description: `Today ${longDate(today)}; ${events.map(({ title, date }) => `${title} ${longDate(date)}`).join("; ")}`,
  };
}

function cycle(view: View, { earlierCycles = [] }: Timeline): readonly Block[] {
  const days = view.value("release.cycleDays");
  if (typeof days !== "number") return [];
  const earlier = earlierCycles.map(
    ({ release, start, end }) => `${release} took ${daysBetween(start, end)}`,
  );
  const compared = earlier.length === 0 ? "" : ` (${earlier.join(", ")})`;
  return [
    paragraph([
      text("The cycle takes "),
      view.number("release.cycleDays"),
      text(` days${compared}.`),
    ]),
  ];
}
