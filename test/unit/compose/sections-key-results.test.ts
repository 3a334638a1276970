import { describe, expect, it } from "vitest";
import { compose } from "../../../src/compose/compose.ts";
import { assessed } from "../../builders/assessment.ts";
import {
  aGroup,
  aKeyResult,
  anItem,
  anObjective,
  aPlan,
  aProse,
  aRef,
} from "../../builders/plan.ts";
import { open, planWith, slideLines, type DeckFacts } from "../../builders/slide-lines.ts";
import { aCoverage, aJob, aTimeline, aWorkItem } from "../../builders/snapshot.ts";

/** The slide of that id, a line each for title, paragraphs, list items and rows. */
function check(id: string, facts: DeckFacts, ...expected: readonly string[]): void {
  expect(slideLines(id, facts)).toEqual(expected);
}

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
      "off track: 0 to 11 by Code Freeze, 12 November 2020 (not all is known); chance of goal 30: out of reach, of stretch goal 40: out of reach",
      "- Odds of +7 are not known: the range runs from none of it to all. Odds of +4 are rough: no pull request yet.",
      "A note.",
    );
    check(
      "kr1-items",
      input,
      "KR1 item by item: +11 endpoints",
      "ReplicationController (promotion) | +7 | written | unknown | ask how its review stands (author)",
      "Two | +4 | planned | unlikely: at most 5 in 10 | open the pull request (author); soon",
      "Sum | +11 |  |  | endpoints: written 7, planned 4",
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
      "People's outlook: maybe; in no headline figure",
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
      "Increase coverage: score unknown",
      "KR3 green: score 1.0",
      "- 1 of 1 instances of conformance-gate are green",
      "KR4 no debt: score unknown",
      "- It is not known how many endpoints are of debt",
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

describe("risks", () => {
  it("say what a goal still needs, and whether the listed items would do", () => {
    const plan = planWith(
      aKeyResult({ settings: { goal: 30 }, groups: [aGroup({ items: [anItem()] })] }),
    );
    check(
      "risks",
      { plan, snapshot: open },
      "KR1 still needs 30 of 30 items",
      "KR1 still needs 30 items. Written or further: 7. The listed items cannot reach the goal: at most 7 of 30.",
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
