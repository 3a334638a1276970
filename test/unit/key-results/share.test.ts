import { describe, expect, it } from "vitest";
import { measured, sentences, valueOf } from "../../builders/measured.ts";
import { aCoverage, aRelease } from "../../builders/snapshot.ts";

const coverage = aCoverage({
  releases: [aRelease({ release: "1.19", total: 410, tested: 231 }), aRelease()],
});

describe("a share", () => {
  it("is the tested part of the plan's release", () => {
    const measurement = measured("share", { goal: 60, stretch: 70 }, { coverage });
    expect(measurement.progress).toMatchObject({
      current: 62.92,
      unit: "%",
      score: 1,
      stretch: 70,
    });
    expect(sentences(measurement)).toEqual(["62.92 of 60 % tested"]);
  });

  it("since a release is the points gained on one snapshot's rows, and says from what", () => {
    const measurement = measured("share", { goal: 9, since: "1.19" }, { coverage });
    expect(measurement.progress).toMatchObject({ current: 6.58, unit: "points" });
    expect(measurement.progress.score).toBeCloseTo(6.58 / 9);
    expect(sentences(measurement)).toEqual([
      "6.58 of 9 points gained since 1.19",
      "tested {coverage.1.19.tested} to {coverage.1.20.tested}, total {coverage.1.19.total} to {coverage.1.20.total}, by one rule",
    ]);
  });

  it.each([
    ["no coverage", undefined, undefined],
    ["no row of the release", aCoverage({ releases: [] }), undefined],
    ["an empty whole", aCoverage({ releases: [aRelease({ total: 0, tested: 0 })] }), undefined],
    ["no row to compare with", aCoverage(), "1.19"],
  ])("is not known with %s", (_, known, since) => {
    const facts = known === undefined ? {} : { coverage: known };
    const settings = since === undefined ? { goal: 60 } : { goal: 60, since };
    const measurement = measured("share", settings, facts);
    expect(measurement.progress).toMatchObject({ current: undefined, score: undefined });
    expect(sentences(measurement)).toEqual(["the coverage of 1.20 is not known"]);
    expect(valueOf(measurement, "current")).toBeUndefined();
  });
});
