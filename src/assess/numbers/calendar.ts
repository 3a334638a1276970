/** Named numbers of the release calendar: dates, days left, length of the cycle. */
import { daysBetween, daysUntil } from "../../calendar.ts";
import type { Timeline, TimelineEvent } from "../../domain/facts.ts";
import type { NamedNumber } from "../../domain/number.ts";
import type { NumberContext, NumberFamily } from "./contract.ts";

/** Known events by id, with the name that their numbers carry. */
const known: ReadonlyMap<string, string> = new Map([
  ["start", "start"],
  ["enhancements-freeze", "enhancementsFreeze"],
  ["code-freeze", "codeFreeze"],
  ["test-freeze", "testFreeze"],
  ["docs-freeze", "docsFreeze"],
  ["release", "date"],
]);

export const calendar: NumberFamily = {
  names:
    /^release\.(?:start|date|cycleDays|(?:daysTo(?:Release|(?:Enhancements|Code|Test|Docs)Freeze))|(?:enhancements|code|test|docs)Freeze)$/,
  numbers: calendarNumbers,
};

function calendarNumbers(context: NumberContext): readonly NamedNumber[] {
  const { timeline } = context.snapshot;
  if (timeline === undefined) return [];
  const sources = context.provenance(timeline.source);
  const numbers = timeline.events.flatMap((event) => eventNumbers(event, context));
  return [...numbers, ...cycleNumbers(timeline)].map((number) => ({ ...number, sources }));
}

type Bare = Omit<NamedNumber, "sources">;

function eventNumbers(event: TimelineEvent, { asOf }: NumberContext): readonly Bare[] {
  const name = known.get(event.id);
  if (name === undefined) return [];
  const inputs =
    event.text === undefined ? [] : [{ label: "the document says", value: event.text }];
  const date: Bare = {
    name: `release.${name}`,
    value: event.date,
    unit: "date",
    formula: `the day of "${event.title}" in the release calendar`,
    inputs,
  };
  if (event.id === "start") return [date];
  const until = event.id === "release" ? "Release" : name.charAt(0).toUpperCase() + name.slice(1);
  const days: Bare = {
    name: `release.daysTo${until}`,
    value: daysUntil(event, asOf),
    unit: "days",
    formula: `whole days from the as-of instant to ${event.instant ?? `the end of ${event.date}`}, rounded down`,
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
      name: "release.cycleDays",
      value: daysBetween(start, end),
      unit: "days",
      formula: "days from the start of the cycle to the release",
      inputs,
    },
  ];
}
