import { describe, expect, it } from "vitest";
import { aPlanOf } from "../../builders/assessment.ts";
import { anItem, aRef } from "../../builders/plan.ts";
import { open, slideLines, type DeckFacts } from "../../builders/slide-lines.ts";
import {
  aCoverage,
  aJob,
  aRelease,
  aSource,
  aTimeline,
  aWorkItem,
} from "../../builders/snapshot.ts";

/** The slide of that id, a line each for title, paragraphs, list items and rows. */
function check(id: string, facts: DeckFacts, ...expected: readonly string[]): void {
  expect(slideLines(id, facts)).toEqual(expected);
}

describe("coverage", () => {
  it("stands as a table of the last seven releases, and as a chart", () => {
    const releases = [11, 12, 13, 14, 15, 16, 17, 18].map((minor) =>
      aRelease({ release: `1.${minor}`, total: 100, tested: minor }),
    );
    const input = { snapshot: { coverage: aCoverage({ releases, ineligible: [] }) } };
    check(
      "coverage",
      input,
      "18.00% of 100 eligible endpoints are tested",
      "Tested | 12 | 13 | 14 | 15 | 16 | 17 | 18",
      "Untested | 88 | 87 | 86 | 85 | 84 | 83 | 82",
      "Total | 100 | 100 | 100 | 100 | 100 | 100 | 100",
      "Cover | 12.00% | 13.00% | 14.00% | 15.00% | 16.00% | 17.00% | 18.00%",
    );
    check(
      "coverage-chart",
      input,
      "Coverage up by 1.00 percentage points since 1.17",
      "chart: Tested share by release: 1.12 12.00%, 1.13 13.00%, 1.14 14.00%, 1.15 15.00%, 1.16 16.00%, 1.17 17.00%, 1.18 18.00%",
    );
  });

  it("is left out where it is not known; a share of nothing is unknown", () => {
    check("coverage", {});
    check("debt", {});
    const nothing = aCoverage({ releases: [aRelease({ total: 0, tested: 0 })] });
    check(
      "coverage",
      { snapshot: { coverage: nothing } },
      "unknown of 0 endpoints are tested",
      "Tested | 0",
      "Untested | 0",
      "Total | 0",
      "Cover | unknown",
    );
  });

  it("is told without a chart where there is one release only", () => {
    const coverage = aCoverage({ unit: "lines", releases: [aRelease({ total: 8, tested: 7 })] });
    check(
      "coverage",
      { snapshot: { coverage } },
      "87.50% of 8 lines are tested",
      "Tested | 7",
      "Untested | 1",
      "Total | 8",
      "Cover | 87.50%",
    );
    check("coverage-chart", { snapshot: { coverage } });
  });
});

describe("blockers", () => {
  it("are the items that wait, with for what", () => {
    const item = anItem({ needs: [aRef("o/r#1"), aRef("o/r#2")] });
    const workItems = [
      aWorkItem(),
      aWorkItem({ ref: "o/r#1", kind: "issue", title: "Patch the policy" }),
      aWorkItem({ ref: "o/r#2" }),
    ];
    check(
      "blockers",
      { plan: aPlanOf([item]), snapshot: { workItems } },
      "1 item waits for something that is not done",
      "- KR1 ReplicationController +7: issue r#1 open: Patch the policy; r#2 open",
    );
    const items = ["a", "b", "c", "d"].map((id) =>
      anItem({ id, title: id, needs: [aRef("o/r#2")] }),
    );
    check(
      "blockers",
      { plan: aPlanOf(items), snapshot: { workItems } },
      "4 items wait for something that is not done",
      ...items.map(({ title }) => `KR1 ${title} | +7 | r#2 open | `),
    );
    check("blockers", { plan: aPlanOf([anItem()]), snapshot: open });
  });
});

describe("jobs", () => {
  it("stand each on its own instance", () => {
    const jobs = [
      aJob({ since: "2020-10-01" }),
      aJob({ instance: "b", state: "failing", note: "it is new" }),
      aJob({ instance: "c" }),
    ];
    check(
      "jobs",
      { snapshot: { jobs } },
      "CI jobs: 2 passing, 1 failing",
      "- conformance-gate on prow.k8s.io: passing. Since 1 October 2020",
      "- conformance-gate on b: failing. It is new",
      "- conformance-gate on c: passing",
    );
    check(
      "jobs",
      { snapshot: { jobs: [...jobs, aJob({ instance: "d" })] } },
      "CI jobs: 3 passing, 1 failing",
      "conformance-gate | prow.k8s.io | passing | since 1 October 2020",
      "conformance-gate | b | failing | it is new",
      "conformance-gate | c | passing | ",
      "conformance-gate | d | passing | ",
    );
    check("jobs", {});
  });

  it("that block a release say first whether it may go", () => {
    const jobs = [
      aJob({ role: "blocking", state: "failing", since: "2020-10-01" }),
      aJob({ instance: "b", role: "informing" }),
    ];
    check(
      "jobs",
      { snapshot: { jobs } },
      "CI jobs: 1 passing, 1 failing",
      "No go: 1 of 1 blocking jobs fails (conformance-gate on prow.k8s.io since 1 October 2020)",
      "- conformance-gate on prow.k8s.io: failing. Blocking; since 1 October 2020",
      "- conformance-gate on b: passing. Informing",
    );
  });
});

describe("questions", () => {
  const meeting = { title: "One: Office Hours", rule: "weekly", source: "deck" };

  it("say when the team meets next, and how it is reached", () => {
    const ways = {
      agendaUrl: "https://example.org/agenda",
      slack: "one",
      mailingList: "https://example.org/list",
    };
    const next = "2020-11-04T18:00:00Z";
    check(
      "questions",
      { snapshot: { meetings: [{ ...meeting, ...ways, next }] } },
      "Questions / feedback",
      "Next meeting: One: Office Hours, 4 November 2020, 18:00 UTC · agenda · Slack #one · mailing list",
    );
  });

  it("say why that is not known, also where a meeting is over", () => {
    const because = "its weekday is not known";
    const over = { ...meeting, mailingList: "one@example.org", next: "2020-10-22T08:00:00Z" };
    check(
      "questions",
      { snapshot: { meetings: [{ ...meeting, because }, over] } },
      "Questions / feedback",
      "Next meeting: One: Office Hours, not known (its weekday is not known)",
      "Next meeting: One: Office Hours, not known (no source says) · one@example.org",
    );
  });
});

describe("words", () => {
  it("are told that the deck uses, and only these", () => {
    const items = [anItem(), anItem({ id: "b", title: "b", refs: [] })];
    check(
      "words",
      { plan: aPlanOf(items), snapshot: open },
      "What the words mean",
      "planned | nobody has opened a pull request yet",
      "written | a pull request is open",
    );
    check("words", {});
  });
});

describe("data quality", () => {
  it("lists sources with their age, and findings with their place", () => {
    const sources = [aSource({ commit: "0123456789ab", retrievedAt: "2020-10-20T08:00:00Z" })];
    const notices = [
      { code: "a", severity: "info", subject: "s", message: "m" },
      {
        code: "b",
        severity: "error",
        subject: "t",
        message: "n",
        at: { file: "/x/p.yaml", line: 3, column: 1 },
      },
    ] as const;
    const snapshot = { sources, notices, coverage: aCoverage(), timeline: aTimeline() };
    check(
      "sources",
      { snapshot },
      "Where the facts come from",
      "The deck of that day @0123456 | 20 October 2020 | 2 days | ok",
    );
    check(
      "findings",
      { snapshot },
      "What to know about these numbers",
      "info | s m | ",
      "error | t n | plan, line 3",
    );
  });
});
