/** Whether an item makes its freeze: by the calendar first, then by odds, and in which words. */
import { describe, expect, it } from "vitest";
import type { FreezeException, TimelineEvent, WorkItem } from "../../../../src/domain/facts.ts";
import type { Contribution } from "../../../../src/domain/plan.ts";
import { packPulls, type PullHistory } from "../../../../src/domain/pull-history.ts";
import type { FreezeRisk } from "../../../../src/domain/risk.ts";
import { aPlanOf, assessed, firstItem } from "../../../builders/assessment.ts";
import { anItem, aRef } from "../../../builders/plan.ts";
import { aSnapshot, anEvent, aTimeline, aWorkItem } from "../../../builders/snapshot.ts";

const zone = "America/Los_Angeles";
const events: readonly TimelineEvent[] = [
  anEvent({ zone, instant: "2020-11-13T07:59:00Z" }),
  anEvent({ id: "test-freeze", title: "Test Freeze", date: "2020-11-23", zone }),
  anEvent({ id: "release", title: "Release", date: "2020-12-08", zone }),
];
const need = "kubernetes/kubernetes#95128";

interface Case {
  readonly item?: Partial<Contribution>;
  readonly work?: readonly Partial<WorkItem>[];
  readonly freeze?: string;
  readonly asOf?: string;
  readonly exceptions?: readonly FreezeException[];
  readonly history?: readonly PullHistory[];
}

const young = { createdAt: "2020-10-19T00:00:00Z" };
const ready = { ...young, labels: ["lgtm", "approved"], milestone: "v1.20" };

function riskOf(facts: Case): FreezeRisk | undefined {
  const {
    item = {},
    work = [young],
    freeze = "test-freeze",
    exceptions = [],
    history = [],
  } = facts;
  const snapshot = aSnapshot({
    asOf: facts.asOf ?? "2020-10-22T08:00:00Z",
    workItems: work.map(aWorkItem),
    timeline: aTimeline({ events }),
    exceptions,
    history,
  });
  const plan = aPlanOf([anItem({ step: "promotion", ...item })], { freeze });
  return firstItem(assessed({ plan, snapshot }))?.risk;
}

/** What is expected of the risk, and of its odds rounded to whole percent. */
function check(
  facts: Case,
  expected: Partial<Omit<FreezeRisk, "odds">>,
  odds: Partial<FreezeRisk["odds"]> = {},
): void {
  const found = riskOf(facts);
  expect(found).toMatchObject(expected);
  expect(found && rounded(found.odds)).toMatchObject(odds);
}

function rounded({ p, least, most, ...odds }: FreezeRisk["odds"]): FreezeRisk["odds"] {
  const [low, high] = [least, most].map((chance) => Math.round(chance * 100) / 100);
  return {
    ...odds,
    p: p === undefined ? undefined : Math.round(p * 100) / 100,
    least: low ?? 0,
    most: high ?? 1,
  };
}

describe("the last safe day", () => {
  it("of the last step is the day of the freeze", () =>
    check({}, { lastSafeDay: "2020-11-23", lastDay: "2020-11-23", asks: "promoted" }));

  it("of a step that soaks leaves the soak and three working days", () =>
    check({ item: { step: "test" } }, { lastSafeDay: "2020-11-04" }));

  it("of an issue leaves a review more", () =>
    check(
      { item: { step: "issue" }, work: [{ kind: "issue" }] },
      { lastSafeDay: "2020-11-01", level: "unlikely" },
      { basis: "rough" },
    ));

  it("is the code freeze where the plan names none", () => {
    const plan = aPlanOf([anItem()]);
    const snapshot = aSnapshot({ workItems: [aWorkItem(young)], timeline: aTimeline({ events }) });
    const [keyResult] = assessed({ plan, snapshot }).objectives[0]?.keyResults ?? [];
    expect(keyResult?.groups[0]?.items[0]?.risk).toMatchObject({
      freeze: "Code Freeze",
      asks: "merge-ready",
      lastSafeDay: "2020-11-12",
    });
  });
});

describe("the calendar decides", () => {
  const late = { item: { step: "test" }, asOf: "2020-11-10T08:00:00Z" };

  it("once a soak no longer fits", () =>
    check(
      late,
      { level: "cannot make it" },
      {
        p: 0,
        basis: "fact",
        sentence: "14 days of soak no longer fit before the Test Freeze.",
      },
    ));

  it("not while it just fits, though that is no longer safe", () => {
    check({ ...late, asOf: "2020-11-09T08:00:00Z" }, { level: "unlikely" });
  });

  it("not where an exception was approved", () => {
    const exceptions = [
      {
        name: "X",
        pulls: ["kubernetes/kubernetes#95713"],
        status: "approved",
        source: "deck",
      } as const,
    ];
    expect(riskOf({ ...late, exceptions })?.odds.p).toBeGreaterThan(0);
  });

  it("once the freeze has passed", () =>
    check(
      { asOf: "2020-11-24T08:00:00Z" },
      { level: "missed" },
      { p: 0, sentence: "The Test Freeze has passed, and it was not promoted." },
    ));

  it("but code freeze lets in what is merge-ready by then", () => {
    const passed = { freeze: "code-freeze", asOf: "2020-11-13T09:00:00Z" };
    check({ ...passed, work: [ready] }, { level: "likely" }, { p: 0.9 });
    const { milestone: _, ...homeless } = ready;
    check({ ...passed, work: [homeless] }, { level: "missed" }, { p: 0 });
  });

  it("nothing for an item that is settled, or that no calendar binds", () => {
    expect(riskOf({ work: [{ state: "merged" }] })).toBeUndefined();
    expect(riskOf({ freeze: "docs-freeze" })).toBeUndefined();
  });
});

describe("odds", () => {
  it("of a young pull request come from reference projects, as a range", () =>
    check(
      {},
      { level: "open" },
      {
        p: 0.6,
        basis: "little history",
        sentence:
          "4 to 8 in 10, little history: from reference projects only (no similar case here).",
      },
    ));

  it("of a repository with a past come from that", () => {
    const minute = (day: string) => Date.parse(`${day}T00:00:00Z`) / 60_000;
    // As old as this one and open as long before the test freeze of 1.19: three of four made it.
    const pulls = packPulls(
      Array.from({ length: 40 }, (_, number) => ({
        number,
        created: minute("2020-07-07"),
        ...(number % 4 === 0 ? {} : { merged: minute("2020-07-20") }),
      })),
    );
    const since = "2018-10-22T00:00:00Z";
    const until = "2020-10-22T08:00:00Z";
    const repo = "kubernetes/kubernetes";
    check(
      { history: [{ repo, since, until, pulls, source: "deck" }] },
      { level: "open" },
      {
        basis: "own history",
        text: "68 %",
        sentence:
          "About 7 in 10: of 40 pull requests as old as this one, open 28 days before the last freeze, 30 merged in time.",
      },
    );
  });

  it("of what is merge-ready are high", () =>
    check({ work: [ready] }, { level: "likely" }, { p: 0.95 }));

  it("of what is merge-ready but fails a check are not", () => {
    const checks = [{ name: "e2e", state: "failure" }] as const;
    expect(riskOf({ work: [{ ...ready, checks }] })?.odds.p).toBeLessThan(0.8);
  });

  it("are a range from the oldest to the youngest where nobody knows the age", () =>
    check(
      { work: [{}] },
      { level: "unknown" },
      {
        p: undefined,
        least: 0.03,
        most: 0.79,
        basis: "unknown",
        sentence:
          "Not known: between under 1 in 20 and 8 in 10; no source says when its pull request was opened.",
      },
    ));

  it("need no age where its state says enough", () => {
    const { createdAt: _, ...ageless } = ready;
    check({ work: [ageless] }, {}, { p: 0.95, basis: "rough" });
  });

  it("are not known where no source knows its references", () =>
    check({ work: [] }, { level: "unknown" }, { least: 0, most: 1 }));

  it("of what needs something are those of both in turn", () => {
    const item = { needs: [aRef(need)] };
    const other = { ref: need, createdAt: "2020-09-29T00:00:00Z" };
    check({ item, work: [young, other] }, { level: "unlikely" }, { p: 0.17 });
  });

  it("of what names no reference are those of its need, and no better than without", () => {
    const item = { refs: [], needs: [aRef(need)] };
    check({ item, work: [{ ref: need, kind: "issue" }] }, {}, { p: 0.35, basis: "rough" });
    check({ item, work: [{ ...ready, ref: need }] }, {}, { p: 0.35, basis: "rough" });
  });

  it("of what soaks are those of the steps after it", () =>
    check(
      {
        item: { step: "test" },
        work: [{ state: "merged", mergedAt: "2020-10-20T00:00:00Z" }],
      },
      { lastSafeDay: "2020-11-23" },
      {
        p: 0.8,
        sentence:
          "At least 6 in 10, little history: merged, soaks until 3 November 2020; then the next step.",
      },
    ));

  it("of a soak without a date take the whole of it", () => {
    const merged = { item: { step: "test" }, work: [{ state: "merged" }] } as const;
    expect(riskOf(merged)?.odds.p).toBeLessThan(0.8);
    expect(riskOf({ ...merged, asOf: "2020-11-10T08:00:00Z" })?.level).toBe("cannot make it");
  });
});
