import { describe, expect, it } from "vitest";
import { coverageChange } from "../../../../src/assess/changes/coverage.ts";
import type { CoverageSnapshot, ReleaseCoverage } from "../../../../src/domain/facts.ts";
import { aCoverage, aRelease } from "../../../builders/snapshot.ts";

type Row = Partial<ReleaseCoverage>;

function coverageOf(rows: readonly Row[], fields: Partial<CoverageSnapshot> = {}) {
  return aCoverage({ releases: rows.map((row) => aRelease(row)), ineligible: [], ...fields });
}

/** The change of release 1.20 between two exports, with the one before them where there is one. */
function change(before: CoverageSnapshot, now: CoverageSnapshot, older?: CoverageSnapshot) {
  const found = coverageChange("1.20", { before, now, older });
  if (found === undefined) throw new Error("there is no change");
  return found;
}

const whole = { promoted: 8, newTested: 8, oldTested: 24 };

describe("what is tested more", () => {
  function tested(before: Row, now: Row, older?: Row) {
    const known = older && coverageOf([older]);
    return change(coverageOf([before]), coverageOf([now]), known).tested;
  }

  it("is progress as far as the release itself tested it", () => {
    const before = { ...whole, tested: 235, newTested: 0, oldTested: 5 };
    expect(tested(before, { ...whole, tested: 263 })).toEqual({
      from: 235,
      to: 263,
      progress: 27,
      restated: 1,
    });
  });

  it("is restated where only the history below it moved", () => {
    expect(tested({ ...whole, tested: 263 }, { ...whole, tested: 244 })).toEqual({
      from: 263,
      to: 244,
      progress: 0,
      restated: -19,
    });
  });

  it("is not split where a source does not say", () => {
    const silent = { tested: 235 };
    expect(tested(silent, { ...whole, tested: 263 })).toMatchObject({
      progress: undefined,
      restated: undefined,
    });
    expect(tested({ ...whole, tested: 235 }, silent).progress).toBeUndefined();
  });

  it("is no progress where one only came back", () => {
    const with24 = { ...whole, tested: 263 };
    const with23 = { ...whole, tested: 262, oldTested: 23 };
    expect(tested(with23, with24, with24)).toMatchObject({ progress: 0, restated: 1 });
    expect(tested(with23, with24)).toMatchObject({ progress: 1, restated: 0 });
    expect(tested(with23, with24, with23)).toMatchObject({ progress: 1, restated: 0 });
  });
});

describe("what counts", () => {
  it("changes by what was promoted, by what was declared ineligible, and by the rest", () => {
    const before = coverageOf([{ total: 424, promoted: 0 }], { ineligible: ["a", "z"] });
    const now = coverageOf([{ total: 418, promoted: 8 }], { ineligible: ["a", "b", "c"] });
    expect(change(before, now)).toMatchObject({
      total: { from: 424, to: 418, promoted: 8, ineligible: -1, restated: -13 },
      newlyIneligible: ["b", "c"],
      newlyEligible: ["z"],
    });
  });

  it("is not split where a source does not say", () => {
    const before = coverageOf([{ total: 424 }]);
    const now = coverageOf([{ total: 418, promoted: 8 }]);
    expect(change(before, now).total).toMatchObject({ promoted: undefined, restated: undefined });
    const { ineligible: _, ...unlisted } = now;
    expect(change(now, unlisted)).toMatchObject({
      total: { ineligible: undefined, restated: undefined },
      newlyIneligible: [],
    });
  });
});

describe("history that was restated", () => {
  const rows = (tested: readonly number[], total = 300): readonly Row[] =>
    tested.map((count, index) => ({ release: `1.${14 + index}`, tested: count, total }));
  const runs = (before: readonly Row[], now: readonly Row[], older?: readonly Row[]) => {
    const last = { release: "1.20" };
    const known = older && coverageOf([...older, last]);
    const found = change(coverageOf([...before, last]), coverageOf([...now, last]), known);
    return found.restated.map(({ field, by, rows: all }) =>
      [field, by, ...all.map(({ release }) => release)].join(" "),
    );
  };

  it("is gathered where neighbors changed alike", () => {
    expect(runs(rows([60, 70, 80]), rows([61, 71, 81]))).toEqual(["tested 1 1.14 1.15 1.16"]);
    expect(runs(rows([60, 70, 80]), rows([62, 71, 81]))).toEqual([
      "tested 2 1.14",
      "tested 1 1.15 1.16",
    ]);
  });

  it("is not gathered over a row that did not change", () => {
    expect(runs(rows([60, 70, 80]), rows([61, 70, 81]))).toEqual([
      "tested 1 1.14",
      "tested 1 1.16",
    ]);
  });

  it("is gathered for each figure by itself", () => {
    expect(runs(rows([60, 70], 300), rows([61, 71], 286))).toEqual([
      "tested 1 1.14 1.15",
      "total -14 1.14 1.15",
    ]);
  });

  it("leaves out the plan's own release and rows that only one export has", () => {
    expect(runs(rows([60]), rows([60, 70]))).toEqual([]);
    const own = change(coverageOf([{ tested: 263 }]), coverageOf([{ tested: 244 }]));
    expect(own.restated).toEqual([]);
  });

  it("is a flap where a change by one only undoes the one before", () => {
    expect(runs(rows([61, 70]), rows([60, 72]), rows([60, 72]))).toEqual(["tested 2 1.15"]);
    const flapping = change(
      coverageOf([{ release: "1.14", tested: 61 }, {}]),
      coverageOf([{ release: "1.14", tested: 60 }, {}]),
      coverageOf([{ release: "1.14", tested: 60 }, {}]),
    );
    expect(flapping.flaps).toEqual([{ release: "1.14", field: "tested", from: 61, to: 60 }]);
  });
});

it("is not told where one of the exports has no row of the release", () => {
  const empty = aCoverage({ releases: [] });
  expect(coverageChange("1.20", { before: empty, now: aCoverage(), older: undefined })).toBe(
    undefined,
  );
  expect(coverageChange("1.20", { before: aCoverage(), now: empty, older: undefined })).toBe(
    undefined,
  );
});
