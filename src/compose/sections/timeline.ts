/** The release calendar: where today is, which freezes come, how long the cycle is. */
import { addDays, dayOf, daysBetween, longDate } from "../../calendar.ts";
import type { Block, Inline, Row } from "../../domain/deck.ts";
import type { Timeline, TimelineEvent } from "../../domain/facts.ts";
import { knownEvents, type KnownEvent } from "../../domain/known-events.ts";
import type { Section } from "../contract.ts";
import { safeDayMarks, safeDays } from "../risk/safe-days.ts";
import { link, status, text } from "../inlines.ts";
import { scheduleMoves } from "../notes/changed.ts";
import { paragraph, prose, slides } from "../slides.ts";
import { daysLeft, type View } from "../view.ts";

export const timeline: Section = {
  kind: "timeline",
  about: "The release calendar with today, the freezes and the days left.",
  compose(view, setting) {
    const calendar = view.assessment.timeline;
    const events = knownEvents.flatMap((known) => {
      const event = calendar?.events.find(({ id }) => id === known.id);
      return event === undefined ? [] : [{ known, event }];
    });
    const shown = events.toSorted((left, right) => (left.event.date < right.event.date ? -1 : 1));
    const kicker = "Timeline";
    return [
      ...slides({
        id: "timeline",
        kicker,
        title: setting.title ?? titleOf(view),
        blocks: [
          ...(shown.length === 0 ? [] : [chart(view, shown)]),
          ...safeDays(view),
          ...cycle(view, calendar),
          ...prose(view, setting.text),
        ],
        notes: view.assessment.changes === undefined ? [] : scheduleMoves(view.assessment.changes),
      }),
      ...slides({
        id: "dates",
        kicker,
        title: "Key dates",
        isDetail: true,
        isAppendix: true,
        blocks: table(view, shown),
      }),
    ];
  },
};

interface Shown {
  readonly known: KnownEvent;
  readonly event: TimelineEvent;
}

/** What comes next, of what a team waits for. */
function titleOf(view: View): readonly Inline[] {
  const next = [
    ["Code freeze", "release.daysToCodeFreeze"],
    ["Test freeze", "release.daysToTestFreeze"],
    ["Release", "release.daysToRelease"],
  ] as const;
  const found = next.find(([, name]) => Number(view.value(name) ?? -1) >= 0);
  if (found === undefined) return [text("Release calendar")];
  const [what, name] = found;
  return [text(`${what} in `), ...daysLeft(view, name)];
}

function table(view: View, events: readonly Shown[]): readonly Block[] {
  if (events.length === 0) return [];
  const columns = [
    { title: "Event", align: "start", weight: 4 },
    { title: "Date", align: "start", weight: 3 },
    { title: "Left", align: "start", weight: 2 },
  ] as const;
  const rows = events.map(({ known, event }): Row => ({
    cells: [
      [link(event.title, view.assessment.timeline?.url)],
      [view.number(known.date)],
      left(view, known),
    ],
  }));
  return [{ kind: "table", columns, rows }];
}

function left(view: View, { daysLeft: name }: KnownEvent): readonly Inline[] {
  const isPast = name === undefined || Number(view.value(name)) < 0;
  return isPast ? [status("past", "neutral")] : daysLeft(view, name);
}

function chart(view: View, shown: readonly Shown[]): Block {
  const events = shown.map(({ event }) => event);
  const today = dayOf(view.assessment.asOf);
  const days = [...events.map(({ date }) => date), today].toSorted();
  const marks = events.map(
    ({ id, title, date }) =>
      ({
        date,
        // Beside the dates of the other events there is no room for what it is the start of.
        label: id === "start" ? "Start" : title,
        tone: id === "release" ? "release" : id.endsWith("-freeze") ? "freeze" : "event",
      }) as const,
  );
  const safe = safeDayMarks(view);
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
      marks: [...marks, ...safe],
      spans: spans.filter(({ from, to }) => from >= (days[0] ?? from) && to <= (days.at(-1) ?? to)),
    },
    description: `Today ${longDate(today)}; ${events.map(({ title, date }) => `${title} ${longDate(date)}`).join("; ")}`,
  };
}

function cycle(view: View, timeline: Timeline | undefined): readonly Block[] {
  const { earlierCycles = [] } = timeline ?? {};
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
