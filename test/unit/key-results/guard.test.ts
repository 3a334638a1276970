import { describe, expect, it } from "vitest";
import { measured, numberOf, sentences } from "../../builders/measured.ts";
import { aCoverage, aRelease } from "../../builders/snapshot.ts";

const coverage = aCoverage({
  releases: [aRelease({ stillUntested: 3 })],
  debt: [
    { release: "1.10", promoted: 9, untested: 5 },
    { release: "1.11", promoted: 2, untested: 2 },
  ],
  debtSource: "debt-file",
});

describe("a guard", () => {
  it.each([
    ["still-untested", 3, 1, "3 endpoints promoted without a test, at most 3 allowed"],
    ["still-untested", 2, 0, "3 endpoints promoted without a test, at most 2 allowed"],
    ["untested", 200, 1, "155 endpoints untested, at most 200 allowed"],
    ["untested-share", 37.08, 1, "37.08 % untested, at most 37.08 allowed"],
    ["untested-share", 37, 0, "37.08 % untested, at most 37 allowed"],
    ["debt", 0, 0, "7 endpoints of debt, at most 0 allowed"],
  ])("watching %s with a bound of %d scores %d", (watch, goal, score, sentence) => {
    const measurement = measured("guard", { watch, goal }, { coverage });
    expect(measurement.progress.score).toBe(score);
    expect(sentences(measurement)).toEqual([sentence]);
  });

  it("is not known without the figure", () => {
    const measurement = measured("guard", { watch: "still-untested", goal: 0 }, {});
    expect(measurement.progress).toMatchObject({ current: undefined, score: undefined, goal: 0 });
    expect(sentences(measurement)).toEqual([
      "it is not known how many endpoints are promoted without a test",
    ]);
    const silent = measured("guard", { watch: "debt", goal: 0 }, { coverage: aCoverage() });
    expect(silent.progress.current).toBeUndefined();
  });

  it("counts in the unit of the coverage where the plan names none", () => {
    const lines = aCoverage({ unit: "lines" });
    const found = measured("guard", { watch: "untested", goal: 200 }, { coverage: lines });
    expect(sentences(found)).toEqual(["155 lines untested, at most 200 allowed"]);
    const settings = { watch: "untested", goal: 200, unit: "lines of code" };
    expect(measured("guard", settings, { coverage: lines }).progress.unit).toBe("lines of code");
  });

  it("leads to the file that its figure is from", () => {
    const sourceOf = (watch: string) =>
      numberOf(measured("guard", { watch, goal: 0 }, { coverage }), "current").sources;
    expect(sourceOf("debt")).toMatchObject([{ title: "debt-file" }]);
    expect(sourceOf("untested")).toMatchObject([{ title: "deck" }]);
  });
});
