import { expect, it } from "vitest";
import { scheduleOutcomes } from "../../../../src/assess/outcome/schedule.ts";
import { anEvent, aSnapshot, aTimeline } from "../../../builders/snapshot.ts";

const days = ["2020-09-25", "2020-10-22", "2020-11-23"];

/** Two events on the days that each report has; none of it where a report has no calendar. */
function check(
  reports: readonly (readonly [string, string] | undefined)[],
  expected: readonly string[],
): void {
  const series = reports.map((dates, index) => {
    const events = dates?.map((date, at) => anEvent({ id: `e${at}`, title: `E${at}`, date }));
    const asOf = `${days[index]}T08:00:00Z`;
    return aSnapshot({ asOf, ...(events && { timeline: aTimeline({ events }) }) });
  });
  const found = scheduleOutcomes(series).map(
    ({ title, days: all }) =>
      `${title}: ${all.map(({ asOf, date }) => `${date} by ${asOf.slice(0, 10)}`).join(", ")}`,
  );
  expect(found).toEqual(expected);
}

it("has the events that moved, with every day that they stood on", () => {
  check(
    [
      ["2020-11-12", "2020-12-08"],
      ["2020-11-12", "2020-12-08"],
      ["2020-11-19", "2020-12-08"],
    ],
    ["E0: 2020-11-12 by 2020-09-25, 2020-11-19 by 2020-11-23"],
  );
});

it("has an event that moved there and back", () => {
  const days3 = ["2020-11-12", "2020-11-19", "2020-11-12"];
  check(
    days3.map((date) => [date, "2020-12-08"] as const),
    ["E0: 2020-11-12 by 2020-09-25, 2020-11-19 by 2020-10-22, 2020-11-12 by 2020-11-23"],
  );
});

it("has no gap where a report has no calendar", () => {
  check(
    [["2020-11-12", "x"], undefined, ["2020-11-19", "x"]],
    ["E0: 2020-11-12 by 2020-09-25, 2020-11-19 by 2020-11-23"],
  );
  check([undefined, undefined], []);
});
