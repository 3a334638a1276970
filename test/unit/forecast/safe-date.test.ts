/** The last safe day by the calendar, in the zone of the freeze. */
import { describe, expect, it } from "vitest";
import { lastSafeDay, usualReviewDays, type Remaining } from "../../../src/forecast/safe-date.ts";

const pacific = "America/Los_Angeles";
/** End of 23 November 2020 in US Pacific: Test Freeze of 1.20. */
const testFreeze = { instant: "2020-11-24T08:00:00Z", zone: pacific };
const promotion: Remaining = { soakDays: 14, reviewDays: usualReviewDays };

function check(deadline: typeof testFreeze, remaining: readonly Remaining[], expected: string) {
  expect(lastSafeDay(deadline, remaining)).toBe(expected);
}

describe("the freeze itself", () => {
  it("at the end of a day leaves that day", () => check(testFreeze, [], "2020-11-23"));
  it("a minute before the end of a day leaves that day", () =>
    check({ ...testFreeze, instant: "2020-11-24T07:59:00Z" }, [], "2020-11-23"));
  it("in the evening takes that day", () =>
    check({ instant: "2022-11-09T01:00:00Z", zone: pacific }, [], "2022-11-07"));
  it("is read in its own zone", () =>
    check({ instant: "2025-11-07T12:00:00Z", zone: "Etc/GMT+12" }, [], "2025-11-06"));
});

describe("what must still fit", () => {
  it("a soak runs through weekends", () =>
    check(testFreeze, [{ soakDays: 14, reviewDays: 0 }], "2020-11-09"));
  it("a review takes working days: Monday 23, Friday 20, Thursday 19", () =>
    check(testFreeze, [{ soakDays: 0, reviewDays: 3 }], "2020-11-18"));
  it("soak and review of the next step", () => check(testFreeze, [promotion], "2020-11-04"));
  it("two steps, the later one first", () =>
    check(testFreeze, [{ soakDays: 0, reviewDays: 2 }, promotion], "2020-11-02"));
  it("a review begun on a weekend has not begun", () =>
    check(
      { instant: "2020-11-16T08:00:00Z", zone: pacific },
      [{ soakDays: 0, reviewDays: 1 }],
      "2020-11-12",
    ));
});
