import { describe, expect, it } from "vitest";
import type { AssessInput } from "../../../src/assess/assess.ts";
import { compose } from "../../../src/compose/compose.ts";
import type { Plan } from "../../../src/domain/plan.ts";
import type { Snapshot } from "../../../src/domain/snapshot.ts";
import { aPlanOf, assessed } from "../../builders/assessment.ts";
import { linesOf } from "../../builders/deck-text.ts";
import {
  aGroup,
  aKeyResult,
  anItem,
  anObjective,
  aPlan,
  aProse,
  aRef,
} from "../../builders/plan.ts";
import {
  aCoverage,
  aJob,
  anEvent,
  aRelease,
  aSnapshot,
  aSource,
  aTimeline,
  aWorkItem,
} from "../../builders/snapshot.ts";

interface Case {
  readonly plan?: Plan;
  readonly snapshot?: Partial<Snapshot>;
  readonly since?: AssessInput["since"];
  readonly older?: Snapshot;
}

/** The slide of that id, a line each for title, paragraphs, list items and rows. */
function check(id: string, input: Case, ...expected: readonly string[]): void {
  const { plan = aPlan({ objectives: [] }), snapshot, ...earlier } = input;
  const deck = compose(assessed({ plan, snapshot: aSnapshot(snapshot), ...earlier }));
  const slide = deck.slides.find((candidate) => candidate.id === id);
  expect(slide === undefined ? [] : linesOf(slide)).toEqual(expected);
}

const open = { workItems: [aWorkItem()] };
const planWith = (...keyResults: readonly ReturnType<typeof aKeyResult>[]) =>
  aPlan({ objectives: [anObjective({ keyResults })] });

describe("the title", () => {
  const timeline = aTimeline({
    events: [
      anEvent({ id: "test-freeze", title: "Test Freeze", date: "2020-11-23" }),
      anEvent({ instant: "2020-11-13T07:59:00Z" }),
      anEvent({ id: "release", title: "Release", date: "2020-12-08" }),
    ],
  });

  it("says as of when, what comes next and how old the facts are", () => {
    check(
      "title",
      { plan: aPlan({ intro: aProse("Our goal.") }), snapshot: { timeline } },
      "v1.20",
      "Our goal.",
      "As of 22 October 2020, 08:00 UTC",
      "Next: Code Freeze, 12 November 2020 (21 days left)",
      "1 source; the oldest was read less than an hour before",
    );
  });

  it("goes on to the next freeze, down to the last day", () => {
    const asOf = "2020-11-24T07:00:00Z";
    const sources = [aSource({ retrievedAt: asOf })];
    check(
      "title",
      { snapshot: { timeline, asOf, sources } },
      "v1.20",
      "As of 24 November 2020, 07:00 UTC",
      "Next: Test Freeze, 23 November 2020 (less than a day left)",
      "1 source; the oldest was read less than an hour before",
    );
  });

  it("says nothing of what is not known or over", () => {
    check("title", { snapshot: { sources: [] } }, "v1.20", "As of 22 October 2020, 08:00 UTC");
    const asOf = "2021-01-01T00:00:00Z";
    check(
      "title",
      { snapshot: { timeline, asOf, sources: [] } },
      "v1.20",
      "As of 1 January 2021, 00:00 UTC",
    );
  });
});

describe("scores", () => {
  it("stand with where each key result is, the title with those of the objectives", () => {
    const override = { score: 0.4, who: "Ann", why: "major change" };
    const objectives = [
      anObjective(),
      anObjective({
        id: "O2",
        title: "Job",
        override,
        keyResults: [aKeyResult({ id: "KR2", kind: "value", settings: { goal: 1 } })],
      }),
    ];
    check(
      "scores",
      { plan: aPlan({ objectives }) },
      "Objective scores: 0.0, 0.4",
      "Increase coverage |  | 0.0",
      "KR1 new endpoints | 0 of 30 endpoints landed | 0.0",
      "Job | set by Ann: major change | 0.4",
      "KR2 new endpoints | Nobody has stated it yet | unknown",
    );
  });

  it("of many objectives leave the title alone", () => {
    const objectives = ["O1", "O2", "O3", "O4"].map((id) => anObjective({ id, keyResults: [] }));
    check(
      "scores",
      { plan: aPlan({ objectives }) },
      "Objective scores",
      ...objectives.map(() => "Increase coverage |  | unknown"),
    );
  });
});

describe("a key result", () => {
  const items = [
    anItem({ step: "promotion" }),
    anItem({ id: "b", title: "Two", refs: [], adds: 4, note: "soon" }),
  ];

  it("says in its title where it stands, then how far, then its items", () => {
    const keyResult = aKeyResult({
      groups: [aGroup({ items })],
      note: aProse("A note."),
      freeze: "code-freeze",
    });
    const input = { plan: planWith(keyResult), snapshot: { ...open, timeline: aTimeline() } };
    check(
      "kr1",
      input,
      "KR1: 0 of 30 endpoints landed, 7 written",
      "Goal 30 · Stretch goal 40 · Landed +0 · Written +7 · Score 0.0",
      "chart: By stage: written 7, planned 4 endpoints; goal 30, stretch 40",
      "- Also listed: 4 planned",
      "- Bound by: Code Freeze, 12 November 2020",
      "A note.",
    );
    check(
      "kr1-items",
      input,
      "KR1 item by item: +11 endpoints",
      "ReplicationController (promotion) | +7 | written | kubernetes#95713 open",
      "Two | +4 | planned | soon",
      "Sum | +11 |  | endpoints: written 7, planned 4",
    );
  });

  it("has a slide for each group, with its note and people's outlook", () => {
    const group = aGroup({ title: "Flakes", note: aProse("Hard."), outlook: "maybe" });
    const keyResult = aKeyResult({
      groups: [group, aGroup({ items: [], title: "Later", note: aProse("No item yet.") })],
    });
    check(
      "kr1-flakes",
      { plan: planWith(keyResult), snapshot: open },
      "Flakes: +7 endpoints",
      "Hard.",
      "ReplicationController | +7 | maybe | kubernetes#95713 open; written",
      "People's outlook: maybe. What stands under this word, 7 in all, is in no headline figure.",
    );
    check("kr1-later", { plan: planWith(keyResult), snapshot: open }, "Later", "No item yet.");
  });

  it("tells a person's word, what an item waits for, and when its soak ends", () => {
    const override = {
      stage: "slipped",
      who: "Ann",
      why: "no reviewer",
      url: "https://x.y",
    } as const;
    const told = [
      anItem({ id: "a", title: "A", override }),
      anItem({ id: "b", title: "B", needs: [aRef("o/r#1")] }),
      anItem({ id: "c", title: "C", refs: [aRef("o/r#2"), aRef("o/r#3")], step: "test" }),
      anItem({ id: "d", title: "D", refs: [aRef("o/r#4")] }),
    ];
    const workItems = [
      aWorkItem(),
      aWorkItem({ ref: "o/r#1", kind: "issue" }),
      aWorkItem({ ref: "o/r#2", state: "merged", mergedAt: "2020-10-20T08:00:00Z" }),
    ];
    check(
      "kr1-items",
      {
        plan: planWith(aKeyResult({ groups: [aGroup({ items: told })] })),
        snapshot: { workItems },
      },
      "KR1 item by item: +28 endpoints",
      "A | +7 | slipped | no reviewer (Ann)",
      "B | +7 | blocked | waits for r#1",
      "C (test), r#3 | +7 | soaking | r#2 merged, r#3 unknown; soaks until 3 November 2020",
      "D | +7 | unknown | r#4 unknown",
      "Sum | +28 |  | endpoints: slipped 7, blocked 7, soaking 7, unknown 7",
    );
  });

  it("without a chart keeps its one untitled group on its own slide", () => {
    const { adds: _, ...clearing } = anItem({ title: "Priority", clears: { "1.14": 5 } });
    const keyResult = aKeyResult({
      kind: "debt",
      settings: { goal: "1.15" },
      groups: [aGroup({ items: [clearing] })],
    });
    const coverage = aCoverage({
      debt: [
        { release: "1.14", promoted: 18, untested: 5 },
        { release: "1.15", promoted: 0, untested: 0 },
      ],
    });
    const input = { plan: planWith(keyResult), snapshot: { ...open, coverage } };
    check(
      "kr1",
      input,
      "KR1: clean back to 1.15; 1.14 is the first with debt (5)",
      "Goal 1.15 · Now 1.15 · Score 1.0",
      "- Landing Priority would clean back to 1.14; no release has debt",
      "Priority | 5 of 1.14 | written | kubernetes#95713 open",
    );
    check(
      "debt",
      input,
      "Debt: clean back to 1.15; 1.14 is the first with debt (5)",
      "chart: Untested by release: 1.14 5, 1.15 0",
      "- Landing Priority would clean back to 1.14; no release has debt",
    );
  });

  it("without chart and items shares a slide with others of its objective", () => {
    const plan = planWith(
      aKeyResult({
        id: "KR3",
        title: "green",
        kind: "job",
        settings: { job: "conformance-gate", greenDays: 0 },
      }),
      aKeyResult({
        id: "KR4",
        title: "no debt",
        kind: "guard",
        settings: { watch: "debt", goal: 0 },
      }),
    );
    check(
      "o1",
      { plan, snapshot: { jobs: [aJob()] } },
      "Increase coverage",
      "KR3 green: 1.0",
      "- 1 of 1 instances of conformance-gate are green",
      "KR4 no debt: unknown",
      "- How many endpoints are of debt is not known",
    );
  });

  it("shows a person's score with who and why", () => {
    const override = { score: 0.9, who: "Ann", why: "hard work" };
    const deck = compose(
      assessed({ plan: planWith(aKeyResult({ override, groups: [aGroup()] })) }),
    );
    const slide = deck.slides.find(({ id }) => id === "kr1");
    expect(slide?.blocks[0]).toMatchObject({
      figures: [{}, {}, {}, {}, { label: "Score", note: [{ text: "set by Ann: hard work" }] }],
    });
  });
});

describe("coverage", () => {
  it("stands as a table of the last seven releases, and as a chart", () => {
    const releases = [11, 12, 13, 14, 15, 16, 17, 18].map((minor) =>
      aRelease({ release: `1.${minor}`, total: 100, tested: minor }),
    );
    const input = { snapshot: { coverage: aCoverage({ releases }) } };
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
      "Eligible endpoints by release",
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
      "unknown of 0 eligible endpoints are tested",
      "Tested | 0",
      "Untested | 0",
      "Total | 0",
      "Cover | unknown",
    );
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
      "KR1 ReplicationController | +7 | issue r#1 open: Patch the policy, r#2 open",
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
      "conformance-gate | prow.k8s.io | passing | since 1 October 2020",
      "conformance-gate | b | failing | it is new",
      "conformance-gate | c | passing | ",
    );
    check("jobs", {});
  });
});

describe("the timeline", () => {
  const events = [
    anEvent({ id: "release", title: "Release", date: "2020-12-08" }),
    anEvent({ id: "start", title: "Start", date: "2020-09-14" }),
    anEvent({ instant: "2020-11-13T07:59:00Z" }),
    anEvent({ id: "beta-0", title: "beta.0" }),
  ];
  const earlierCycles = [{ release: "1.19", start: "2020-04-13", end: "2020-08-26" }];
  const timeline = aTimeline({ events, earlierCycles });

  it("says in its title what comes next, and compares the length of the cycle", () => {
    check(
      "timeline",
      { snapshot: { timeline } },
      "Code freeze in 21 days",
      "chart: Today 22 October 2020; Start 14 September 2020; Code Freeze 12 November 2020; Release 8 December 2020",
      "The cycle takes 85 days (1.19 took 135).",
    );
  });

  it("lists the dates in their order, with what is left", () => {
    const asOf = "2020-12-07T07:59:00Z";
    check(
      "dates",
      { snapshot: { timeline, asOf } },
      "Key dates",
      "Start | 14 September 2020 | past",
      "Code Freeze | 12 November 2020 | past",
      "Release | 8 December 2020 | 2 days",
    );
  });

  it("after the release has no next", () => {
    const asOf = "2021-01-01T00:00:00Z";
    const over = aTimeline({ events: events.slice(0, 1) });
    check(
      "timeline",
      { snapshot: { timeline: over, asOf } },
      "Release calendar",
      "chart: Today 1 January 2021; Release 8 December 2020",
    );
    check("timeline", {});
    check("dates", { snapshot: { timeline: aTimeline({ events: [] }) } });
  });
});

describe("events", () => {
  it("say when and what", () => {
    const plan = aPlan({
      events: [
        { title: "KubeCon", from: "2020-11-17", to: "2020-11-20", note: "virtual" },
        { title: "Talk", from: "2020-11-19", to: "2020-11-19" },
      ],
    });
    check(
      "events",
      { plan },
      "Events",
      "- KubeCon, 17 November 2020 to 20 November 2020; virtual",
      "- Talk, 19 November 2020",
    );
  });
});

describe("risks", () => {
  it("say what a goal still needs, and whether the listed items would do", () => {
    const plan = planWith(
      aKeyResult({ settings: { goal: 30 }, groups: [aGroup({ items: [anItem()] })] }),
    );
    check(
      "risks",
      { plan, snapshot: open },
      "KR1 still needs 30 of 30 items",
      "- KR1 still needs 30 items. Written or further: 7. The listed items cannot reach the goal: at most 7 of 30.",
    );
  });

  it("of several key results stand below one heading", () => {
    const easy = aKeyResult({ settings: { goal: 5 }, groups: [aGroup()] });
    const plan = planWith(
      easy,
      { ...easy, id: "KR2" },
      aKeyResult({ id: "KR3", settings: { goal: 0 } }),
    );
    check(
      "risks",
      { plan, snapshot: open },
      "What the goals still need",
      "- KR1 still needs 5 items. Written or further: 7. If all that is listed landed, it would be 7 of 5.",
      "- KR2 still needs 5 items. Written or further: 7. If all that is listed landed, it would be 7 of 5.",
    );
  });

  it("are none where every goal is reached", () => {
    check("risks", { plan: planWith(aKeyResult({ settings: { goal: 0 } })) });
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
