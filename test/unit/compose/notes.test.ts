import { describe, expect, it } from "vitest";
import { compose } from "../../../src/compose/compose.ts";
import { asksAbout } from "../../../src/compose/notes/asks.ts";
import type { AssessedItem } from "../../../src/domain/assessment.ts";
import type { Notes } from "../../../src/domain/deck.ts";
import type { Blocker, NextAction } from "../../../src/domain/risk.ts";
import type { SectionSetting } from "../../../src/domain/plan.ts";
import { stages, type Stage } from "../../../src/domain/stage.ts";
import type { AssessInput } from "../../../src/assess/assess.ts";
import { anAssessedItem } from "../../builders/assessed.ts";
import { aPlanOf, assessed } from "../../builders/assessment.ts";
import { textOf } from "../../builders/deck-text.ts";
import { anItem, aPlan, aProse } from "../../builders/plan.ts";
import { aJob, anEvent, aSnapshot, aTimeline, aWorkItem } from "../../builders/snapshot.ts";

const lines = (notes: Notes = []) => notes.map(textOf);

describe("questions about items", () => {
  function check(items: readonly AssessedItem[], ...expected: readonly string[]): void {
    expect(lines(asksAbout(items))).toEqual(expected);
  }

  const moving: readonly (readonly [Stage, string])[] = [
    ["planned", "Ask: who takes on A (kubernetes#1)?"],
    ["written", "Ask: who can review A (kubernetes#1)?"],
    ["ready", "Ask: what keeps A (kubernetes#1) from being merged?"],
    ["blocked", "Ask: what would unblock A (kubernetes#1)?"],
    ["slipped", "Ask: does A (kubernetes#1) go into the next release?"],
    ["unknown", "Ask: how does A (kubernetes#1) stand? No source says."],
  ];

  it.each(moving)("one that is %s", (stage, expected) => {
    check([anAssessedItem(stage, { title: "A" })], expected);
  });

  it("none where time must pass, or nothing is to be done any more", () => {
    const asked = moving.map(([stage]) => stage);
    const others = stages.filter((stage) => !asked.includes(stage));
    expect(others.length).toBe(7);
    for (const stage of others) check([anAssessedItem(stage)]);
  });

  it("without a reference by its title alone", () => {
    check([{ ...anAssessedItem("planned", { title: "A" }), links: [] }], "Ask: who takes on A?");
  });

  const next = (fields: Partial<NextAction>, kind: Blocker["kind"]): AssessedItem => ({
    ...anAssessedItem("written", { title: "A" }),
    risk: {
      level: "open",
      odds: {
        p: 0.5,
        least: 0.5,
        most: 0.5,
        said: [0.5, 0.5],
        basis: "fact",
        text: "50 %",
        sentence: "Even.",
      },
      freeze: "Test freeze",
      asks: "merged",
      lastSafeDay: "2020-11-12",
      lastDay: "2020-11-22",
      blockers: [{ kind, what: "it is so", action: "rebase it", move: "author", who: [] }],
      next: { action: "rebase it", move: "author", who: [], ...fields },
    },
  });

  it.each<readonly [Partial<NextAction>, string]>([
    [{}, "Ask the author to rebase it: A (kubernetes#1)."],
    [{ who: ["ann"] }, "Ask the author ann to rebase it: A (kubernetes#1)."],
    [{ move: "reviewer", action: "review it" }, "Ask a reviewer to review it: A (kubernetes#1)."],
    [
      { move: "approver", action: "approve it", who: ["ann", "bob"] },
      "Ask the approver ann or bob to approve it: A (kubernetes#1).",
    ],
  ])("of whom it is to do what comes next: %j", (fields, expected) => {
    check([next(fields, "needs-rebase")], expected);
  });

  it("of the room where neither a name nor an obstacle is known", () => {
    check([next({}, "no-pull-request")], "Ask: who can review A (kubernetes#1)?");
    check(
      [next({ who: ["ann"] }, "no-pull-request")],
      "Ask the author ann to rebase it: A (kubernetes#1).",
    );
  });

  it.each(["nobody", "merge bot", "another item"] as const)("none where it is up to %s", (move) => {
    check([next({ move }, "needs-rebase")]);
  });

  it("those that wait for the same are asked about once", () => {
    const waitsFor = [{ ref: "a/b#1", url: "https://github.com/a/b/pull/1" }];
    const waiting = (title: string) => ({ ...anAssessedItem("written", { title }), waitsFor });
    check([waiting("A")], "Ask: who can move b#1? A waits for it.");
    check(
      [waiting("A"), anAssessedItem("landed"), waiting("B"), waiting("C")],
      "Ask: who can move b#1? A, B and C wait for it.",
    );
  });

  it("three at most, and how many are left", () => {
    const items = ["A", "B", "C", "D", "E"].map((title) => anAssessedItem("planned", { title }));
    expect(lines(asksAbout(items.slice(0, 4))).length).toBe(4);
    expect(lines(asksAbout(items)).at(-1)).toBe("Ask about 2 more that are open.");
    expect(lines(asksAbout(items)).length).toBe(4);
  });
});

describe("notes of slides", () => {
  function check(id: string, input: Partial<AssessInput>, ...expected: readonly string[]): void {
    const slide = compose(assessed(input)).slides.find((candidate) => candidate.id === id);
    expect(lines(slide?.notes)).toEqual(expected);
  }

  const merged = aSnapshot({
    workItems: [aWorkItem({ state: "merged" })],
    jobs: [aJob({ state: "failing" }), aJob({ name: "other" })],
    timeline: aTimeline({ events: [anEvent({ date: "2020-11-14" })] }),
    asOf: "2020-11-23T08:00:00Z",
  });
  const earlier = aSnapshot({
    workItems: [aWorkItem()],
    timeline: aTimeline({ events: [anEvent({ date: "2020-11-12" })] }),
  });
  const plan = aPlanOf([anItem({ step: "promotion" })]);
  const input = { plan, snapshot: merged, since: { plan, snapshot: earlier } };

  it("say how far a key result moved, or that it did not", () => {
    check("kr1", input, "KR1 moved from 0 to 7 endpoints since 22 October 2020.");
    const still = { ...input, since: { plan, snapshot: { ...merged, asOf: earlier.asOf } } };
    check("kr1", still, "KR1 has not moved since 22 October 2020.");
    check("kr1", { plan, snapshot: merged });
  });

  it("name what landed, whose dates moved, and jobs that need somebody", () => {
    check("changes", input, "Thank who landed ReplicationController.");
    check("timeline", input, "Code Freeze moved from 12 November 2020 to 14 November 2020.");
    check("jobs", input, "Ask: who looks at conformance-gate on prow.k8s.io, which is failing?");
  });

  it("are people's where they wrote some, a point a line, numbers filled in", () => {
    const at = { file: "v1.20.yaml", line: 1, column: 1 };
    const notes = aProse("- Thank {{KR1.landed}} times of {{ KR1.goal }}.\n\n  Then pause.\n");
    const setting: SectionSetting = { kind: "jobs", notes, isHidden: false, at };
    const written = { ...input, plan: { ...plan, sections: [setting] } };
    check("jobs", written, "Thank 7 times of 30.", "Then pause.");
    const silent = { ...setting, notes: aProse("") };
    check("jobs", { ...input, plan: { ...plan, sections: [silent] } });
    const nothing = { ...setting, kind: "events" };
    check("events", { ...input, plan: aPlan({ sections: [nothing] }) });
  });
});
