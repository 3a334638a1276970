import { describe, expect, it } from "vitest";
import { goNoGo } from "../../../src/assess/go-no-go.ts";
import type { CiJob, CiRun, Source } from "../../../src/domain/facts.ts";
import { assessed, namedValue } from "../../builders/assessment.ts";
import { aJob, aSnapshot, aSource } from "../../builders/snapshot.ts";

const blocking = (name: string, fields: Partial<CiJob> = {}) =>
  aJob({ name, instance: "i", role: "blocking", ...fields });
const informing = (name: string, fields: Partial<CiJob> = {}) =>
  aJob({ name, instance: "i", role: "informing", ...fields });

/** Newest first: `p` passed, `f` failed, `a` aborted. */
function runs(ends: string): readonly CiRun[] {
  const states = { p: "passed", f: "failed", a: "aborted" } as const;
  return Array.from(ends, (end, index) => ({
    id: String(index),
    state: states[end as keyof typeof states],
    startedAt: `2020-10-2${9 - index}T00:00:00Z`,
  }));
}

/** What is said of the jobs, with its numbers filled in. */
function said(jobs: readonly CiJob[], sources: readonly Source[] = [aSource()]): string {
  const { goNoGo: signal, ...assessment } = assessed({ snapshot: aSnapshot({ jobs, sources }) });
  const parts = (signal?.statement ?? []).map((part) =>
    typeof part === "string" ? part : String(namedValue(assessment, part.number)),
  );
  return parts.join("");
}

describe("the jobs of a release", () => {
  it.each<[string, readonly CiJob[]]>([
    ["go: all 2 blocking jobs pass", [blocking("a"), blocking("b"), informing("c")]],
    [
      "go: the only blocking job passes; 1 of 2 informing jobs flakes (c on i)",
      [blocking("a"), informing("c", { state: "flaking" }), informing("d")],
    ],
    [
      "no go: 1 of 2 blocking jobs fails (b on i since 1 October 2020)",
      [blocking("a"), blocking("b", { state: "failing", since: "2020-10-01" })],
    ],
    ["no go: 1 of 1 blocking jobs flakes (a on i)", [blocking("a", { state: "flaking" })]],
    [
      "no go: 2 of 2 informing jobs fail and are to be explained first (b on i, c on i)",
      [blocking("a"), informing("b", { state: "failing" }), informing("c", { state: "failing" })],
    ],
    [
      "no go: 1 of 3 blocking jobs fails (b on i); 1 of 3 blocking jobs flakes (c on i)",
      [blocking("a"), blocking("b", { state: "failing" }), blocking("c", { state: "flaking" })],
    ],
    [
      "not known whether to go: 1 of 2 blocking jobs is not known (b on i)",
      [blocking("a"), blocking("b", { state: "unknown" })],
    ],
    [
      "not known whether to go: 1 of 1 informing jobs is not known (b on i)",
      [blocking("a"), informing("b", { state: "unknown" })],
    ],
    [
      "no go: 1 of 2 blocking jobs fails (a on i)",
      [blocking("a", { state: "failing" }), blocking("b", { state: "unknown" })],
    ],
  ])("%s", (expected, jobs) => expect(said(jobs)).toBe(expected));

  it("that fail are named, but not all of a crowd", () => {
    const jobs = Array.from("abcdefg", (name) => blocking(name, { state: "failing" }));
    expect(said(jobs)).toMatch(/ \(a on i, b on i, c on i, d on i, e on i, 2 more\)$/);
  });

  it.each([
    ["passing", "go"],
    ["failing", "no go"],
    ["unknown", undefined],
  ] as const)("that are %s give the verdict a name: %s", (state, verdict) => {
    const assessment = assessed({ snapshot: aSnapshot({ jobs: [blocking("a", { state })] }) });
    expect(assessment.goNoGo?.verdict).toBe(verdict);
    expect(namedValue(assessment, "jobs.verdict")).toBe(verdict);
  });

  it("are not asked where none blocks", () => {
    expect(said([aJob({ state: "failing" }), informing("b", { state: "failing" })])).toBe("");
    expect(goNoGo({ jobs: [], sources: [] })).toBeUndefined();
  });
});

describe("a blocking job that passes", () => {
  it.each([
    ["ppp", "go"],
    ["pppf", "go"],
    ["papap", "go"],
    ["ppf", "no go"],
    ["pf", "no go"],
    ["paapf", "no go"],
    ["pp", "go"],
    ["", "go"],
  ])("after runs %s is %s", (ends, verdict) => {
    expect(said([blocking("a", { runs: runs(ends) })]).split(":")[0]).toBe(verdict);
  });

  it("by an earlier report is not known now", () => {
    const carried = aSource({ status: "carried" });
    expect(said([blocking("a")], [carried])).toBe(
      "not known whether to go: 1 of 1 blocking jobs is not known (a on i)",
    );
  });

  it("is not enough where other jobs could not be read", () => {
    const failed = aSource({ id: "jobs-2", kind: "jobs", title: "TestGrid", status: "failed" });
    expect(said([blocking("a")], [aSource(), failed])).toBe(
      "not known whether to go: the jobs of TestGrid could not be read",
    );
    const other = aSource({ id: "coverage", kind: "coverage", status: "failed" });
    expect(said([blocking("a")], [aSource(), other])).toBe("go: the only blocking job passes");
  });
});
