import { describe, expect, it } from "vitest";
import type { CiJob } from "../../../src/domain/facts.ts";
import { measured, numberOf, sentences } from "../../builders/measured.ts";
import { aJob } from "../../builders/snapshot.ts";

const wanted = { job: "conformance-gate" };

function measure(jobs: readonly CiJob[], settings: Readonly<Record<string, unknown>> = {}) {
  return measured("job", { ...wanted, ...settings }, { jobs });
}

const both = [aJob(), aJob({ instance: "prow.cncf.io", state: "failing" })];

describe("a job", () => {
  it("counts the instances that are green", () => {
    const measurement = measure([...both, aJob({ name: "another" })]);
    expect(measurement.progress).toMatchObject({ current: 1, goal: 2, score: 0.5 });
    expect(sentences(measurement)).toEqual(["1 of 2 instances of conformance-gate are green"]);
  });

  it("counts only the instances that the plan names, those that no source knows too", () => {
    expect(measure(both, { instances: ["prow.k8s.io"] }).progress).toMatchObject({
      current: 1,
      goal: 1,
      score: 1,
    });
    const measurement = measure(both, { instances: ["prow.k8s.io", "elsewhere"] });
    expect(measurement.progress).toMatchObject({ current: undefined, goal: 2, score: undefined });
    expect(numberOf(measurement, "green").inputs).toEqual([
      { label: "prow.k8s.io", value: "passing", url: both[0]?.url },
      { label: "elsewhere", value: "unknown" },
    ]);
  });

  it("does not take flaking for green", () => {
    expect(measure([aJob({ state: "flaking" })]).progress.current).toBe(0);
  });

  it("is not known as soon as one instance is not, or none is there", () => {
    const measurement = measure([aJob(), aJob({ instance: "b", state: "unknown" })]);
    expect(measurement.progress.score).toBeUndefined();
    expect(sentences(measurement)).toEqual([
      "it is not known how many of 2 instances of conformance-gate are green",
    ]);
    expect(measure([]).progress).toMatchObject({ current: undefined, goal: 0, score: undefined });
  });

  it.each([
    ["2020-10-08", 1],
    ["2020-10-09", 0],
    [undefined, undefined],
  ])("green since %s for 14 days as of 22 October: %s", (since, expected) => {
    const job = since === undefined ? aJob() : aJob({ since });
    expect(measure([job], { greenDays: 14 }).progress.current).toBe(expected);
  });

  it.each([
    ["2020-10-08", "passed", 1],
    ["2020-10-09", "passed", undefined],
    ["2020-10-09", "failed", 0],
    ["2020-10-09", "aborted", undefined],
  ] as const)("green since %s, when the oldest known run %s: %s", (since, state, expected) => {
    const runs = [
      { id: "2", state: "passed", startedAt: "2020-10-20T08:00:00Z" },
      { id: "1", state, startedAt: "2020-10-01T08:00:00Z" },
    ] as const;
    const { progress } = measure([aJob({ since, runs })], { greenDays: 14 });
    expect(progress.current).toBe(expected);
  });

  it("that fails is not green, since whenever", () => {
    expect(measure([aJob({ state: "failing" })], { greenDays: 14 }).progress.current).toBe(0);
  });
});
