/** From what `sigs.yaml` says about a meeting to its rule, or to why there is none. */
import { daysBetween, weekdayOf } from "../../calendar.ts";
import type { CalendarDate } from "../../domain/time.ts";
import { parseClock, parseZone } from "./clock.ts";
import { parseFrequency, type Frequency } from "./frequency.ts";
import type { Recurrence, Rule } from "./rule.ts";

export interface Written {
  readonly day: string;
  readonly time: string;
  readonly tz: string;
  readonly frequency: string;
}

/** A rule with what was assumed for it; or why there is none. */
export type Judged =
  | { readonly rule: Rule; readonly assumed: readonly string[]; readonly because?: never }
  | { readonly rule?: never; readonly assumed?: never; readonly because: string };

/** `anchor`: a day of one meeting by the plan, for rules that do not say which week. */
export function judge(written: Written, anchor: CalendarDate | undefined): Judged {
  const minutes = parseClock(written.time);
  if (minutes === undefined) return { because: `its time "${written.time}" is not understood` };
  const zone = parseZone(written.tz);
  if (zone === undefined) return { because: `its time zone "${written.tz}" is not understood` };
  const said = [parseFrequency(written.frequency), parseFrequency(written.day)] as const;
  const unclear = said.find((part) => part.unclear !== undefined)?.unclear;
  if (unclear !== undefined) return { because: `"${unclear}" in its rule is not understood` };
  const found = recurrenceOf({ ...said[1], ...said[0] }, said, anchor);
  if ("because" in found) return found;
  const { start } = { ...said[1], ...said[0] };
  return {
    rule: {
      recurrence: found.recurrence,
      minutes,
      zone,
      ...(start === undefined ? {} : { start }),
    },
    assumed: assumptions(written, found.recurrence, start),
  };
}

type Found = { readonly recurrence: Recurrence } | { readonly because: string };

/** `merged`: what the frequency says, and the day where that says nothing. */
function recurrenceOf(
  merged: Frequency,
  said: readonly Frequency[],
  anchor: CalendarDate | undefined,
): Found {
  const named = [...new Set(said.flatMap(weekdaysIn))];
  const [weekday = anchor === undefined ? undefined : weekdayOf(anchor), other] = named;
  if (other !== undefined)
    return { because: `its weekdays contradict each other: ${named.map(wordOf).join(", ")}` };
  if (weekday === undefined) return { because: "its weekday is not known" };
  if (anchor !== undefined && weekdayOf(anchor) !== weekday)
    return { because: `the plan's anchor ${anchor} is no ${wordOf(weekday)}` };
  return ofWeekday(merged, weekday, anchor);
}

function ofWeekday(merged: Frequency, weekday: number, anchor: CalendarDate | undefined): Found {
  const { every, nth, isAfter, start } = merged;
  if (nth === undefined) return byWeeks({ every, weekday, day: anchor ?? start });
  if (every !== "month") return { because: "its rule does not say whether it counts by the month" };
  if (isAfter) return { recurrence: { kind: "after", weekday, other: nth } };
  return { recurrence: { kind: "monthly", ...nth } };
}

interface Weeks {
  readonly every: number | "month" | undefined;
  readonly weekday: number;
  /** The day of one meeting. */
  readonly day: CalendarDate | undefined;
}

/** Of the rules that name no week, only `weekly` needs none. */
function byWeeks({ every, weekday, day }: Weeks): Found {
  if (every === undefined) return { because: "its rule does not say how often it is" };
  if (every === 1) return { recurrence: { kind: "weekly", weekday } };
  if (day === undefined)
    return { because: "its rule does not say which week; name a day of one meeting as anchor" };
  if (every === "month") return { recurrence: { kind: "monthly", nth: nthOf(day), weekday } };
  return { recurrence: { kind: "weeks", weeks: every, anchor: day } };
}

/** A monthly meeting on the 29th to 31st is on a fifth weekday, which is the last. */
function nthOf(day: CalendarDate): number | "last" {
  const nth = Math.ceil(Number(day.slice(8)) / 7);
  return nth === 5 ? "last" : nth;
}

/** The weekdays on which it is, by each way to say so; they must be one. */
function weekdaysIn({ weekday, nth, isAfter, start, startWeekday }: Frequency): readonly number[] {
  const byNth = isAfter ? undefined : nth?.weekday;
  const byStart = start === undefined ? undefined : weekdayOf(start);
  return [weekday, byNth, startWeekday, byStart].filter((one) => one !== undefined);
}

function assumptions(
  { tz }: Written,
  recurrence: Recurrence,
  start: CalendarDate | undefined,
): readonly string[] {
  const isIndian = /^\s*ist\b/i.test(tz);
  const isShifted =
    recurrence.kind === "weeks" &&
    start !== undefined &&
    daysBetween(start, recurrence.anchor) % (7 * recurrence.weeks) !== 0;
  return [
    ...(isIndian ? ["IST was taken for the time of India"] : []),
    ...(isShifted ? [`the plan's anchor was believed, not the start on ${start}`] : []),
  ];
}

function wordOf(weekday: number): string {
  const words = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
  return words[weekday - 1] ?? "";
}
