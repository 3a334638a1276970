import { describe, expect, it } from "vitest";
import { measured, numberOf, sentences } from "../../builders/measured.ts";

const current = { value: 0.4, on: "2020-10-20", who: "the team", why: "major direction change" };

describe("a value", () => {
  it("is what a person stated, with who, when and why", () => {
    const measurement = measured("value", { goal: 1, current });
    expect(measurement.progress).toMatchObject({ current: 0.4, score: 0.4, unit: "points" });
    expect(sentences(measurement)).toEqual([
      "0.4 of 1 points",
      "stated by the team on 2020-10-20: major direction change",
    ]);
    expect(numberOf(measurement, "current").formula).toBe(
      "stated by the team on 2020-10-20: major direction change",
    );
  });

  it.each([
    ["2020-10-22", 0.4],
    ["2020-10-23", undefined],
  ])("stated on %s is %s as of 22 October", (on, expected) => {
    const { progress } = measured("value", { goal: 1, current: { ...current, on } });
    expect(progress.current).toBe(expected);
  });

  it("that nobody stated is not known", () => {
    const measurement = measured("value", { goal: 1, stretch: 2 });
    expect(measurement.progress).toMatchObject({
      current: undefined,
      score: undefined,
      stretch: 2,
    });
    expect(sentences(measurement)).toEqual(["nobody has stated it yet"]);
  });

  it("has a day that exists", () => {
    expect(() => measured("value", { goal: 1, current: { ...current, on: "2020-02-30" } })).toThrow(
      "expected a day",
    );
  });
});
