import { describe, expect, it } from "vitest";
import { debt, findings, group } from "../../../builders/findings.ts";
import { aKeyResult, anObjective, aProse } from "../../../builders/plan.ts";

/** What the lint says about a text of the plan, each finding as `code line:column message`. */
function check(text: string, ...expected: readonly string[]): void {
  expect(findings({ intro: aProse(text) })).toEqual(expected);
}

/** The same of a note over the group of a 7 and a 3. */
function checkOverGroup(text: string, ...expected: readonly string[]): void {
  const keyResults = [aKeyResult({ groups: [{ ...group, note: aProse(text) }] })];
  expect(findings({ objectives: [anObjective({ keyResults })] })).toEqual(expected);
}

describe("a subtotal over a group", () => {
  it("is the sum of its items, or what one of them adds", () => {
    checkOverGroup("+10 being reviewed, +7 of it soon, + 3 later");
  });

  it("that is neither is stale", () => {
    checkOverGroup(
      "Some.\n\n+17 being reviewed maybe 1.20",
      'subtotal-differs 3:1 the text says "+17 being reviewed maybe 1.20", the items sum to 10',
    );
    checkOverGroup(
      `+8 ${"x".repeat(80)}`,
      `subtotal-differs 1:1 the text says "+8 ${"x".repeat(54)}…", the items sum to 10`,
    );
  });

  it("may say in words what stands elsewhere", () => {
    checkOverGroup("10 endpoints, of 30 in all");
  });
});

describe("a figure in a text", () => {
  it("that agrees with the data says nothing", () => {
    check("+7 (written), +3 planned, +0 merged");
    check("5 endpoints remain for 1.14, none for 1.15");
    check("Cleared debt back to 1.15; 1.14 is next");
    check("8 new endpoints promoted");
    check("Coverage: 1.20 ~63%, 1.19: 56.34%; a 6.58 points gain, about 6.6% increase, 7% more");
    check("Goal: 30, stretch goal 40");
  });

  it.each([
    ["+9 (written)", "+9 (written", "KR1.written is 7, KR2.written is 0"],
    ["+12 Merged", "+12 Merged", "KR1.landed is 0, KR2.landed is 0"],
    ["6 endpoints remain for 1.14", "6 endpoints remain for 1.14", "KR2.remaining.1.14 is 5"],
    ["6 remaining in v1.14", "6 remaining in v1.14", "KR2.remaining.1.14 is 5"],
    ["Clean back to 1.12", "Clean back to 1.12", "KR2.frontier is 1.15, KR2.firstDirty is 1.14"],
    ["9 new endpoints promoted", "9 new endpoints promoted", "coverage.1.20.promoted is 8"],
    ["~9% coverage increase", "9% coverage increase", "coverage.1.20.points is 6.58"],
    ["1.19 ~54%", "1.19 ~54%", "coverage.1.19.percent is 56.34"],
    ["Goal: 25", "Goal: 25", "KR1.goal is 30"],
    ["Stretch goal: 50", "Stretch goal: 50", "KR1.stretch is 40"],
    ["18 written of 30", "18 written", "KR1.written is 7, KR2.written is 0"],
    ["55.5 % covered", "55.5 % covered", "coverage.1.20.percent is 62.92"],
    ["KR1: 6 endpoints remain for 1.14", "6 endpoints remain for 1.14", "KR2.remaining.1.14 is 5"],
  ])("that differs is told: %s", (text, said, computed) => {
    const [finding, ...others] = findings({ intro: aProse(text) });
    expect(others).toEqual([]);
    expect(finding).toMatch(/^figure-differs 1:\d /);
    expect(finding).toContain(`the text says "${said}", by the data ${computed}`);
  });

  it("is held against the key result that the text is about", () => {
    const note = aProse("+0 (written)");
    const keyResults = [aKeyResult({ note, groups: [group] }), { ...debt, note }];
    expect(findings({ objectives: [anObjective({ keyResults })] })).toEqual([
      'figure-differs 1:1 the text says "+0 (written", by the data KR1.written is 7',
    ]);
    check("KR2: +0 written");
    check(
      "KR1: +0 written",
      'figure-differs 1:6 the text says "+0 written", by the data KR1.written is 7',
    );
  });

  it("is not held against what is not known", () => {
    expect(
      findings({ intro: aProse("13 newly ineligible, +5 new conformant, 1.18 ~50%") }),
    ).toEqual([]);
  });

  it("that a placeholder fills in is computed, and not looked at", () => {
    check("+{{KR1.written}} written, {{KR1.written}} (7) written");
    check("+{{KR1.landed}} 9 (written)");
  });
});
