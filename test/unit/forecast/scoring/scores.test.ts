/** The measures, on calls small enough to be worked out by hand. */
import { describe, expect, it } from "vitest";
import { meanInterval } from "../../../../src/forecast/scoring/bootstrap.ts";
import { calibrationOf } from "../../../../src/forecast/scoring/calibration.ts";
import { scoresOf, type Scores } from "../../../../src/forecast/scoring/scores.ts";

const calls = [
  { p: 0.9, happened: true },
  { p: 0.4, happened: false },
  { p: 0.4, happened: true },
  { p: 0.1, happened: false },
];

describe("scores", () => {
  function check(measure: keyof Scores, expected: number) {
    expect(scoresOf(calls)[measure]).toBeCloseTo(expected, 10);
  }
  it("Brier", () => check("brier", (0.01 + 0.16 + 0.36 + 0.01) / 4));
  it("log loss", () => check("logLoss", -(2 * Math.log(0.9) + Math.log(0.6) + Math.log(0.4)) / 4));
  it("AUC: three pairs won, one tied", () => check("auc", 3.5 / 4));
  it("calibration error: in tenths of one each, what is left of 1", () =>
    check("calibrationError", (0.1 + 0.4 + 0.6 + 0.1) / 4));
  it("AUC of the blind is one half", () => {
    const blind = calls.map(({ happened }) => ({ p: 0.5, happened }));
    expect(scoresOf(blind).auc).toBe(0.5);
  });
});

describe("calibration", () => {
  it("puts calls into tenths of the scale and compares said with came", () => {
    const [low, middle, high] = calibrationOf([...calls, { p: 1, happened: true }]);
    expect(low).toMatchObject({ from: 0.1, to: 0.2, count: 1, predicted: 0.1, observed: 0 });
    expect(middle).toMatchObject({ from: 0.4, count: 2, predicted: 0.4, observed: 0.5 });
    expect(high).toMatchObject({ from: 0.9, to: 1, count: 2, predicted: 0.95, observed: 1 });
  });
  it("gives the interval of Wilson", () => {
    const ten = Array.from({ length: 10 }, (_, index) => ({ p: 0.5, happened: index < 3 }));
    const [tenth] = calibrationOf(ten);
    expect(tenth?.low).toBeCloseTo(0.1078, 4);
    expect(tenth?.high).toBeCloseTo(0.6032, 4);
  });
});

describe("intervals", () => {
  const shares = (releases: number) =>
    Array.from({ length: 400 }, (_, index) => ({
      release: String(index % releases),
      value: index % releases === 0 ? 1 : 0,
    }));
  it("are the same each time, and hold the mean", () => {
    const interval = meanInterval(shares(10));
    expect(interval.value).toBeCloseTo(0.1, 10);
    expect(interval.low).toBeLessThanOrEqual(0.1);
    expect(interval.high).toBeGreaterThan(0.1);
    expect(meanInterval(shares(10))).toEqual(interval);
  });
  it("are narrow where releases are many, whatever the number of items", () => {
    const width = ({ low, high }: ReturnType<typeof meanInterval>) => high - low;
    expect(width(meanInterval(shares(100)))).toBeLessThan(width(meanInterval(shares(4))));
  });
  it("are not known of one release, whatever the number of items", () => {
    expect(meanInterval(shares(1))).toEqual({ value: 1, low: NaN, high: NaN });
  });
});
