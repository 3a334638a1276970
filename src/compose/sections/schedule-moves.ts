/** Which dates of the release calendar moved over the cycle. */
import { longDate } from "../../calendar.ts";
import type { Inline } from "../../domain/deck.ts";
import type { ScheduleOutcome } from "../../domain/outcome.ts";
import type { Section } from "../contract.ts";
import { strong, text } from "../inlines.ts";
import { list, prose, slides } from "../slides.ts";
import { capitalized, count } from "../words.ts";

export const scheduleMoves: Section = {
  kind: "schedule-moves",
  about: "Retrospective: dates of the release calendar that moved, with every day they stood on.",
  compose(view, setting) {
    const { schedule } = view.assessment.outcome;
    return slides({
      id: "schedule-moves",
      kicker: "Schedule",
      title: setting.title ?? titleOf(schedule),
      blocks: [...list(schedule.map(moveLine)), ...prose(view, setting.text)],
    });
  },
};

/** `3 dates moved, no freeze among them`. */
function titleOf(schedule: readonly ScheduleOutcome[]): string {
  const freezes = schedule.filter(({ event }) => event.endsWith("-freeze"));
  const among = freezes.length === 0 ? "no freeze" : count(freezes.length, "freeze");
  return capitalized(`${count(schedule.length, "date")} moved, ${among} among them`);
}

/** `Docs complete: 30 November 2020, then 2 December 2020 (since the report of 23 November 2020)`. */
function moveLine({ title, days: [first, ...others] }: ScheduleOutcome): readonly Inline[] {
  const moves = others.map(
    ({ asOf, date }) =>
      `, then ${longDate(date)} (by the report of ${longDate(asOf.slice(0, 10))})`,
  );
  return [strong(title), text(`: ${longDate(first?.date ?? "")}${moves.join("")}`)];
}
