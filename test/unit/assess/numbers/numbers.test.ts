import { describe, expect, it } from "vitest";
import { numberFamilies } from "../../../../src/assess/numbers/registry.ts";
import type { Snapshot } from "../../../../src/domain/snapshot.ts";
import { aPlanOf, assessed } from "../../../builders/assessment.ts";
import {
  aCoverage,
  aJob,
  anEvent,
  aRelease,
  aSnapshot,
  aSource,
  aTimeline,
} from "../../../builders/snapshot.ts";

const row = {
  promoted: 8,
  newTested: 8,
  newWithTests: 8,
  oldTested: 24,
  stillUntested: 0,
};

const whole: Partial<Snapshot> = {
  sources: [aSource(), aSource({ id: "names", url: "https://example.org/names" })],
  coverage: aCoverage({
    releases: [aRelease({ release: "1.19", total: 410, tested: 231 }), aRelease(row)],
    ineligible: ["a", "b", "c"],
    ineligibleSource: "names",
  }),
  timeline: aTimeline({
    events: [
      anEvent({ id: "start", date: "2020-09-14" }),
      anEvent({ instant: "2020-11-13T07:59:00Z", text: "Thu November 12" }),
      anEvent({ id: "test-freeze", date: "2020-11-23", zone: "America/Los_Angeles" }),
      anEvent({ id: "release", date: "2020-12-08" }),
      anEvent({ id: "beta-0" }),
    ],
  }),
  jobs: [
    aJob({ role: "blocking" }),
    aJob({ instance: "prow.cncf.io", state: "failing", role: "informing" }),
    aJob({ instance: "elsewhere", state: "failing" }),
  ],
};

function assessmentOf(fields: Partial<Snapshot>) {
  return assessed({ plan: aPlanOf([]), snapshot: aSnapshot(fields) });
}

describe("named numbers beside those of key results", () => {
  const { numbers } = assessmentOf(whole);
  const valueOf = (name: string) => numbers.find((number) => number.name === name)?.value;

  it.each([
    ["coverage.1.20.tested", 263],
    ["coverage.1.20.total", 418],
    ["coverage.1.20.untested", 155],
    ["coverage.1.20.percent", 62.92],
    ["coverage.1.20.points", 6.58],
    ["coverage.1.20.promoted", 8],
    ["coverage.1.20.newWithTests", 8],
    ["coverage.1.20.oldTested", 24],
    ["coverage.1.20.stillUntested", 0],
    ["coverage.1.20.newConformant", 32],
    ["coverage.1.19.percent", 56.34],
    ["coverage.1.19.points", undefined],
    ["coverage.1.19.newConformant", undefined],
    ["coverage.ineligible", 3],
    ["coverage.newlyIneligible", undefined],
    ["release.start", "2020-09-14"],
    ["release.codeFreeze", "2020-11-12"],
    ["release.daysToCodeFreeze", 21],
    ["release.daysToTestFreeze", 32],
    ["release.date", "2020-12-08"],
    ["release.daysToRelease", 47],
    ["release.cycleDays", 85],
    ["release.daysToStart", undefined],
    ["jobs.passing", 1],
    ["jobs.failing", 2],
    ["jobs.unknown", 0],
    ["jobs.blocking", 1],
    ["jobs.blocking.passing", 1],
    ["jobs.blocking.unproven", 0],
    ["jobs.informing.failing", 1],
    ["jobs.verdict", "no go"],
    ["items.waiting", 0],
    ["changes.landed", undefined],
  ])("%s is %s", (name, expected) => {
    expect(valueOf(name)).toBe(expected);
  });

  it("lead to their own source", () => {
    const sourceOf = (name: string) =>
      numbers.find((number) => number.name === name)?.sources.map(({ url }) => url);
    expect(sourceOf("coverage.ineligible")).toEqual(["https://example.org/names"]);
    expect(sourceOf("coverage.1.20.tested")).toEqual(["https://example.org/deck"]);
    expect(sourceOf("jobs.passing")).toEqual(["https://example.org/deck"]);
  });

  it("quote what the calendar's document says", () => {
    const found = numbers.find(({ name }) => name === "release.codeFreeze");
    expect(found?.inputs).toEqual([{ label: "the document says", value: "Thu November 12" }]);
  });

  it("say from when to when days are counted", () => {
    const formulaOf = (name: string) => numbers.find((number) => number.name === name)?.formula;
    const start = "whole days from the as-of instant to";
    expect(formulaOf("release.daysToCodeFreeze")).toBe(
      `${start} 2020-11-13T07:59:00Z, rounded down`,
    );
    expect(formulaOf("release.daysToRelease")).toBe(`${start} the end of 2020-12-08, rounded down`);
  });

  it("take the first of two events of one id", () => {
    const events = [anEvent({ date: "2020-11-12" }), anEvent({ date: "2020-11-13" })];
    const { numbers: found } = assessmentOf({ timeline: aTimeline({ events }) });
    expect(found.filter(({ name }) => name === "release.codeFreeze")).toMatchObject([
      { value: "2020-11-12" },
    ]);
  });

  it("leave out what the snapshot does not hold, and a share of nothing is not known", () => {
    const families = numberFamilies.map(({ family }) => family);
    const own = assessmentOf({}).numbers.filter(({ name }) =>
      families.includes(name.split(".")[0] ?? ""),
    );
    const names = own.map(({ name }) => name);
    expect(names.filter((name) => !name.startsWith("outcome."))).toEqual([
      "items.held",
      "items.waiting",
    ]);
    const empty = aCoverage({ releases: [aRelease({ total: 0, tested: 0 })] });
    const { numbers: found } = assessmentOf({ coverage: empty });
    expect(found.find(({ name }) => name === "coverage.1.20.percent")?.value).toBeUndefined();
  });
});

describe("every family", () => {
  it("gives only names that it announces, all of which begin with its own word", () => {
    const since = {
      plan: aPlanOf([]),
      snapshot: aSnapshot({ ...whole, asOf: "2020-09-25T08:00:00Z" }),
    };
    const snapshot = aSnapshot(whole);
    const { numbers } = assessed({ plan: aPlanOf([]), snapshot, since });
    const names = numbers.map(({ name }) => name).filter((name) => !/^(KR1|O1)\./.test(name));
    const announced = names.filter((name) =>
      numberFamilies.some((one) => one.names.test(name) && name.startsWith(`${one.family}.`)),
    );
    expect(announced).toEqual(names);
    expect(names).toContain("changes.landed");
    expect(names).toContain("coverage.newlyTested");
  });
});
