/** Steps with soaks between them. */
import { describe, expect, it } from "vitest";
import {
  done,
  freshPull,
  issueOnly,
  lastEvenDay,
  throughSteps,
  type LaterStep,
  type Reach,
} from "../../../src/forecast/steps.ts";

const promotion: LaterStep = { waitDays: 14, reach: freshPull };
/** Merged on a day for certain. */
const onDay =
  (day: number): Reach =>
  (days) =>
    days >= day ? 1 : 0;

describe("throughSteps", () => {
  function check(begin: Reach, later: readonly LaterStep[], days: number, expected: number) {
    expect(throughSteps(begin, later)(days)).toBeCloseTo(expected, 10);
  }
  it("is the step itself where nothing follows", () => check(freshPull, [], 7, 0.723));
  it("leaves the rest of the days to the next step", () => check(onDay(3), [promotion], 24, 0.723));
  it("cannot be done before the soak ends", () => check(onDay(3), [promotion], 16.9, 0));
  it("spreads over the days on which the first may be merged", () =>
    // Day 1 with 0.534: 6 days are left; day 2 with 0.067: 5; and so on to day 6.
    check(freshPull, [{ waitDays: 1, reach: onDay(0) }], 7, freshPull(6)));
  it("waits only for the rest of a soak that has begun", () =>
    check(done, [{ waitDays: 4, reach: freshPull }], 11, 0.723));
  it("takes a part of a day as a part of the way", () => check(onDay(0), [promotion], 14.5, 0.267));
  it("passes three steps", () => check(onDay(1), [promotion, promotion], 28, 0));
});

it("an issue without a pull request is merged in time in 44 of 100 cases at most", () => {
  expect([0, 21, 42, 100].map(issueOnly)).toEqual([0, 0.22, 0.44, 0.44]);
});

describe("lastEvenDay", () => {
  it("is the last day that leaves even odds for the rest", () => {
    // A promotion is merged within a day in 53 of 100 cases: soak and one day must be left.
    expect(lastEvenDay(34.5, [promotion])).toBe(19);
    expect(lastEvenDay(15, [promotion])).toBe(0);
    expect(lastEvenDay(14, [promotion])).toBeUndefined();
  });
});
