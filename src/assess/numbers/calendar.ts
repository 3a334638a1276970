/** Named numbers of the release calendar: dates, days left, length of the cycle. */
import { daysBetween, daysUntil } from "../../calendar.ts";
import type { Timeline, TimelineEvent } from "../../domain/facts.ts";
import { knownEvents, type KnownEvent } from "../../domain/known-events.ts";
import type { NamedNumber } from "../../domain/number.ts";
import type { NumberContext, NumberFamily } from "./contract.ts";

const cycleDays = "release.cycleDays";
const eventNames = knownEvents.flatMap(({ date, daysLeft }) => [date, daysLeft ?? date]);

export const calendar: NumberFamily = {
  family: "release",
  names: new RegExp(`^(?:${[cycleDays, ...eventNames].join("|").replaceAll(".", "\\.")})$`),
  numbers: calendarNumbers,
};

function calendarNumbers(context: NumberContext): readonly NamedNumber[] {
  const { timeline } = context.snapshot;
  if (timeline === undefined) return [];
  const sources = context.provenance(timeline.source);
  const numbers = knownEvents.flatMap((known) => {
    const event = timeline.events.find(({ id }) => id === known.id);
    return event === undefined ? [] : eventNumbers(known, event, context);
  });
  return [...numbers, ...cycleNumbers(timeline)].map((number) => ({ ...number, sources }));
}

type Bare = Omit<NamedNumber, "sources">;

function eventNumbers(
  known: KnownEvent,
  event: TimelineEvent,
  { asOf }: NumberContext,
): readonly Bare[] {
  const inputs =
    event.text === undefined ? [] : [{ label: "the document says", value: event.text }];
  const date: Bare = {
    name: known.date,
    value: event.date,
    unit: "date",
    formula: `the day of "${event.title}" in the release calendar`,
    inputs,
  };
  if (known.daysLeft === undefined) return [date];
  const until = event.instant ?? `the end of ${event.date}`;
  const days: Bare = {
    name: known.daysLeft,
    value: daysUntil(event, asOf),
    unit: "days",
    formula: `whole days from the as-of instant to ${until}, rounded down`,
    inputs: [{ label: "as of", value: asOf }],
  };
  return [date, days];
}

function cycleNumbers({ events }: Timeline): readonly Bare[] {
  const start = events.find(({ id }) => id === "start")?.date;
  const end = events.find(({ id }) => id === "release")?.date;
  if (start === undefined || end === undefined) return [];
  const inputs = [
    { label: "release.start", value: start },
    { label: "release.date", value: end },
  ];
  return [
    {
      name: cycleDays,
      value: daysBetween(start, end),
      unit: "days",
      formula: "days from the start of the cycle to the release",
      inputs,
    },
  ];
}
