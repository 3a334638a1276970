import { describe, expect, it } from "vitest";
import type { Assessment } from "../../../../src/domain/assessment.ts";
import type { Plan } from "../../../../src/domain/plan.ts";
import type { Snapshot } from "../../../../src/domain/snapshot.ts";
import { assessed } from "../../../builders/assessment.ts";
import {
  aGroup,
  aKeyResult,
  anItem,
  anObjective,
  aPlan,
  aProse,
  aRef,
} from "../../../builders/plan.ts";
import {
  aCoverage,
  aJob,
  anEvent,
  aRelease,
  aSnapshot,
  aTimeline,
  aWorkItem,
} from "../../../builders/snapshot.ts";

const ref = "kubernetes/kubernetes#95713";

const facts: Partial<Snapshot> = {
  coverage: aCoverage({
    releases: [aRelease({ release: "1.19", total: 410, tested: 231 }), aRelease({ promoted: 8 })],
    debt: [
      { release: "1.14", promoted: 18, untested: 5 },
      { release: "1.15", promoted: 1, untested: 0 },
    ],
  }),
  timeline: aTimeline({
    events: [anEvent(), anEvent({ id: "release", title: "Release", date: "2020-12-08" })],
  }),
  workItems: [aWorkItem(), aWorkItem({ ref: "o/r#2" })],
};

const group = aGroup({
  title: "Proxy",
  items: [anItem(), anItem({ id: "b", title: "B", adds: 3 })],
});
const debt = aKeyResult({ id: "KR2", kind: "debt", settings: { goal: "1.15" } });

function findings(plan: Partial<Plan>, snapshot: Partial<Snapshot> = facts): readonly string[] {
  const objectives = [anObjective({ keyResults: [aKeyResult({ groups: [group] }), debt] })];
  return lintOf(assessed({ plan: aPlan({ objectives, ...plan }), snapshot: aSnapshot(snapshot) }));
}

function lintOf({ notices }: Assessment): readonly string[] {
  return notices.map(({ code, at, message }) => {
    const place = at === undefined ? "-" : `${at.line}:${at.column}`;
    return `${code} ${place} ${message}`;
  });
}

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
    ["Goal: 25", "Goal: 25", "KR1.goal is 30, KR2.goal is 1.15"],
    ["Stretch goal: 50", "Stretch goal: 50", "KR1.stretch is 40"],
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

describe("dates in a text", () => {
  it("that agree with the calendar say nothing", () => {
    check("Code freeze 12 November 2020, release date: 8 December 2020. Test freeze 1 May 2019.");
    check("Code freeze is on Nov 12th, 2020; the release date is 2020-12-08");
  });

  it("that differ are told", () => {
    check(
      "-   Code freeze 13 November 2020",
      'date-differs 1:5 the text says "Code freeze 13 November 2020", the release calendar says 12 November 2020',
    );
    check(
      "The release date: December 9, 2020",
      'date-differs 1:5 the text says "release date: December 9, 2020", the release calendar says 8 December 2020',
    );
  });

  it("carry the zone that is in force on that day", () => {
    check("18:00 on 13 October 2020 PDT; 12 November 2020, 18:00 PST");
    check(
      "12 November 2020, 18:00 PDT",
      'zone-differs 1:1 the text says "12 November 2020, 18:00 PDT", on that day US Pacific is on PST',
    );
    check(
      "July 22, 2020 (EOD PST)",
      'zone-differs 1:1 the text says "July 22, 2020 (EOD PST", on that day US Pacific is on PDT',
    );
  });
});

describe("a link whose text names a number", () => {
  it("leads to that number", () => {
    check(
      "[#95713](https://github.com/kubernetes/kubernetes/pull/95713) and [here](https://example.org/#1)",
    );
    check(
      "[test-infra#19613](https://github.com/kubernetes/test-infra/issues/19613#issuecomment-711723310)",
    );
    check("[#7](https://example.org/7)");
  });

  it("that leads elsewhere is told, with where", () => {
    check(
      "See [PR #100507](https://github.com/kubernetes/kubernetes/pull/95713).",
      "link-text-differs 1:5 the link text says #100507, the link goes to kubernetes/kubernetes#95713",
    );
  });

  it("is looked for in no time among brackets", () => {
    check("[".repeat(100_000));
    check(`${"[#1".repeat(30_000)}](https://x.y`);
  });
});

describe("a release number that is not the plan's", () => {
  const at = { file: "v1.20.yaml", line: 9, column: 3 };
  const section = (title: string) => ({
    sections: [{ kind: "narrative", isHidden: false, at, title }],
  });

  it("is told in titles", () => {
    expect(findings(section("Update for v1.19"))).toEqual([
      "release-differs 9:3 the text says 1.19, this plan is for 1.20",
    ]);
    expect(findings({ title: "v1.19" })).toEqual([
      "release-differs 1:1 the text says 1.19, this plan is for 1.20",
    ]);
  });

  it("is right in titles that look elsewhere, and is no part of another figure", () => {
    expect(findings(section("Looking forward to v1.21"))).toEqual([]);
    expect(findings(section("Past 60.5 % it takes more"))).toEqual([]);
    expect(findings(section("v1.20 with etcd 3.4.13 and Go 1.15"))).toEqual([]);
    expect(findings(section("Kubernetes 1.19 at a glance"))).toHaveLength(1);
    expect(findings(section("1.19: the update"))).toHaveLength(1);
  });

  it("is told in texts that aim at a release", () => {
    check("7 more maybe 1.19", "release-differs 1:8 the text says 1.19, this plan is for 1.20");
    check(
      "14 endpoints unlikely for v1.21",
      "release-differs 1:14 the text says 1.21, this plan is for 1.20",
    );
    check("maybe 1.20, as in 1.19");
  });
});

describe("references", () => {
  const twice = [anItem({ title: "A" }), anItem({ id: "b", title: "B", refs: [aRef(ref)] })];

  it("that stand on two items of one key result are told", () => {
    const keyResults = [aKeyResult({ groups: [aGroup({ items: twice })] })];
    expect(findings({ objectives: [anObjective({ keyResults })] })).toEqual([
      `reference-shared 1:1 ${ref} also stands on "A": landing it may be counted twice`,
    ]);
  });

  it("may serve two key results, and stand twice on one item", () => {
    const [one, other] = twice.map((item) => aGroup({ items: [item] }));
    const keyResults = [
      aKeyResult({ groups: one ? [one] : [] }),
      aKeyResult({ id: "KR2", groups: other ? [other] : [] }),
    ];
    expect(findings({ objectives: [anObjective({ keyResults })] })).toEqual([]);
    const item = anItem({ refs: [aRef(ref), aRef(ref)] });
    const alone = [aKeyResult({ groups: [aGroup({ items: [item] })] })];
    expect(findings({ objectives: [anObjective({ keyResults: alone })] })).toEqual([]);
  });
});

describe("a placeholder whose number is not known today", () => {
  it("would leave a hole", () => {
    const wanted = { kind: "job", settings: { job: "gate", greenDays: 0 } };
    const objectives = [anObjective({ keyResults: [aKeyResult(wanted)] })];
    const intro = aProse("a {{ KR1.green }} b");
    const jobs = [aJob({ name: "gate", state: "unknown" })];
    expect(findings({ objectives, intro }, { ...facts, jobs })).toEqual([
      'placeholder-empty 1:3 {{KR1.green}} is not known as of this report; the deck says "unknown" there',
    ]);
    expect(findings({ objectives, intro }, { ...facts, jobs: [aJob({ name: "gate" })] })).toEqual(
      [],
    );
  });

  it("is told also where today's facts do not hold it at all", () => {
    const intro = aProse("{{changes.landed}}");
    expect(findings({ intro })).toEqual([
      'placeholder-empty 1:1 {{changes.landed}} is not known as of this report; the deck says "unknown" there',
    ]);
  });
});

it("tells findings in the order of the plan", () => {
  check(
    "maybe 1.19\n\nCode freeze 1 May 2020, +9 written",
    "release-differs 1:1 the text says 1.19, this plan is for 1.20",
    'date-differs 3:1 the text says "Code freeze 1 May 2020", the release calendar says 12 November 2020',
    'figure-differs 3:25 the text says "+9 written", by the data KR1.written is 7, KR2.written is 0',
  );
});
