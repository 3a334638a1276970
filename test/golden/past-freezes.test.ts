/**
 * How right the forecast is on the freezes of 1.20 to 1.26: at least as right as the method it started
 * from, and calibrated. What it is off by is written down as it is.
 */
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { judge } from "../../src/forecast/scoring/judge.ts";
import { reportOn, type ReportPart } from "../../src/forecast/scoring/report.ts";
import { pastFreezes } from "../builders/past-freezes.ts";

const pulls = fileURLToPath(new URL("../../../shared/corpus/pulls", import.meta.url));

const isRecorded = existsSync(pulls);

describe.skipIf(!isRecorded)("the freezes of 1.20 to 1.26", () => {
  const days = isRecorded ? Array.from(pastFreezes(pulls, 20, 26)) : [];
  const [all, gated, free] = reportOn(days.flatMap((tables) => judge(tables))).parts;

  function checkScore(part: ReportPart | undefined, count: number, mostBrier: number) {
    const [forecast] = part?.rivals ?? [];
    expect(part?.count).toBe(count);
    expect(Number(forecast?.brier.toFixed(4))).toBeLessThanOrEqual(mostBrier);
  }

  it("Brier with a gate", () => checkScore(gated, 2655, 0.1884));
  it("Brier without", () => checkScore(free, 10_968, 0.0706));
  it("Brier of all", () => checkScore(all, 13_623, 0.0935));

  it("beats every simple rule by more than its interval", () => {
    const rules = all?.rivals.filter(({ name }) => /base rate|cycle/.test(name)) ?? [];
    expect(rules.map(({ lead }) => lead.high < 0)).toEqual([true, true, true]);
  });

  /** Tenths of 100 items or more in which said and came differ by more than five points. */
  function checkOff(part: ReportPart | undefined, expected: readonly string[]) {
    const off = part?.calibration.filter(
      ({ count, predicted, observed }) => count >= 100 && Math.abs(observed - predicted) > 0.05,
    );
    expect(
      off?.map(({ from, observed, predicted }) => `${from}: ${(observed - predicted).toFixed(3)}`),
    ).toEqual(expected);
  }

  it("is calibrated but for one tenth", () => checkOff(all, ["0.6: -0.051"]));
  it("is calibrated without a gate but for that tenth", () => checkOff(free, ["0.6: -0.057"]));
  it("says too little before a gate in these seven releases", () =>
    checkOff(gated, ["0.2: 0.068", "0.4: 0.059"]));
});
