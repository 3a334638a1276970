import { describe, expect, it } from "vitest";
import { ratioScore } from "../../../src/key-results/score.ts";

describe("the score by ratio", () => {
  function check(current: number | undefined, goal: number, expected: number | undefined): void {
    expect(ratioScore(current, goal)).toBe(expected);
  }

  it("is the reached part of the goal", () => {
    check(0, 30, 0);
    check(24, 30, 0.8);
    check(30, 30, 1);
  });

  it("stays between 0 and 1", () => {
    check(45, 30, 1);
    check(-3, 30, 0);
  });

  it("takes a goal of 0 for reached by what is not below it", () => {
    check(0, 0, 1);
    check(5, 0, 1);
    check(-1, 0, 0);
  });

  it("is not known of what is not known", () => {
    check(undefined, 30, undefined);
    check(undefined, 0, undefined);
  });
});
