import { describe, expect, it } from "vitest";
import { facts, findings } from "../../../builders/findings.ts";
import { aGroup, aKeyResult, anItem, anObjective, aProse, aRef } from "../../../builders/plan.ts";
import { aJob } from "../../../builders/snapshot.ts";

const ref = "kubernetes/kubernetes#95713";

/** What the lint says about a text of the plan, each finding as `code line:column message`. */
function check(text: string, ...expected: readonly string[]): void {
  expect(findings({ intro: aProse(text) })).toEqual(expected);
}

describe("dates in a text", () => {
  it("that agree with the calendar say nothing", () => {
    check("Code freeze 12 November 2020, release date: 8 December 2020. Test freeze 1 May 2019.");
    check("Code freeze is on Nov 12th, 2020; the release date is 2020-12-08");
    check("Code freeze is on November 12");
    check(
      "Code freeze is on November 13",
      'date-differs 1:1 the text says "Code freeze is on November 13", the release calendar says 12 November 2020',
    );
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
    sections: [{ kind: "narrative", isHidden: false, at, title, text: aProse("Fine.") }],
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
      "the proxy tests are unlikely for v1.21",
      "release-differs 1:21 the text says 1.21, this plan is for 1.20",
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
