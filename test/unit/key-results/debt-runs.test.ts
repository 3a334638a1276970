import { expect, it } from "vitest";
import { afterClearing, cleanRun, cleanShare } from "../../../src/key-results/debt-runs.ts";

const rows = [
  { release: "1.9", promoted: 9, untested: 3 },
  { release: "1.10", promoted: 9, untested: 0 },
  { release: "1.11", promoted: 9, untested: 0 },
];

it("finds the clean run from the newest down, whatever the order of the rows", () => {
  const run = { frontier: "1.10", firstDirty: rows[0], length: 2 };
  expect(cleanRun(rows)).toEqual(run);
  expect(cleanRun(rows.toReversed())).toEqual(run);
  expect(cleanRun([])).toEqual({ frontier: undefined, firstDirty: undefined, length: 0 });
});

it("measures the run against the releases from the goal on", () => {
  expect(cleanShare(rows, "1.9")).toBe(2 / 3);
  expect(cleanShare(rows, "1.11")).toBe(1);
  expect(cleanShare(rows, "1.12")).toBeUndefined();
});

it("clears what several items clear together, never below zero", () => {
  const untested = (clears: readonly Readonly<Record<string, number>>[]) =>
    afterClearing(rows, clears).map((row) => row.untested);
  expect(untested([{ "1.9": 1 }, { "1.9": 1, "1.10": 4 }])).toEqual([1, 0, 0]);
  expect(untested([{ "1.9": 2 }, { "1.9": 2 }])).toEqual([0, 0, 0]);
  expect(untested([{ "1.8": 2 }])).toEqual([3, 0, 0]);
});
