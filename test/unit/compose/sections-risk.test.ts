/** How the deck shows freeze risk: odds, what is in the way, last safe days, where it may end. */
import { describe, expect, it } from "vitest";
import { compose } from "../../../src/compose/compose.ts";
import type { Chart } from "../../../src/domain/chart.ts";
import type { WorkItem } from "../../../src/domain/facts.ts";
import { aPlanOf, assessed } from "../../builders/assessment.ts";
import { anItem } from "../../builders/plan.ts";
import { slideLines } from "../../builders/slide-lines.ts";
import { aSnapshot, anEvent, aTimeline, aWorkItem } from "../../builders/snapshot.ts";

const asOf = "2020-10-22T08:00:00Z";
const timeline = aTimeline({
  events: [anEvent({ id: "test-freeze", title: "Test Freeze", date: "2020-11-23" })],
});
const young = { createdAt: "2020-10-19T00:00:00Z" };
const ready = { ...young, labels: ["lgtm", "approved"] };

interface Piece {
  readonly step?: string;
  readonly work: Partial<WorkItem>;
}

/** Items of 10, one for each piece, by the letters. */
function factsOf(pieces: readonly Piece[]) {
  const refs = pieces.map((_, index) => `acme/kit#${index + 1}`);
  const items = pieces.map(({ step = "promotion" }, index) =>
    anItem({ id: refs[index] ?? "", title: "ABCDEFGHIJKL"[index] ?? "?", step, adds: 10 }),
  );
  const workItems = pieces.map(({ work }, index) => aWorkItem({ ref: refs[index] ?? "", ...work }));
  const plan = aPlanOf(items, { freeze: "test-freeze" });
  return { plan, snapshot: { asOf, workItems, timeline } };
}

function chartsOf(pieces: readonly Piece[], before?: readonly Piece[]): readonly Chart[] {
  const { plan, snapshot } = factsOf(pieces);
  const earlier = before === undefined ? undefined : factsOf(before);
  const past = earlier && {
    plan: earlier.plan,
    snapshot: aSnapshot({ ...earlier.snapshot, asOf: "2020-10-08T08:00:00Z" }),
  };
  const input = past === undefined ? {} : { since: past, past: [past] };
  const deck = compose(assessed({ plan, snapshot: aSnapshot(snapshot), ...input }));
  return deck.slides.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === "chart" ? [block.chart] : [])),
  );
}

describe("the risk of a key result", () => {
  it("says where it ends, item by item, and what would help", () => {
    const lines = slideLines("risks-kr1", factsOf([{ work: ready }, { work: young }]));
    expect(lines).toEqual([
      "KR1 off track: 1 of 2 items likely in time",
      "chart: +10 A: likely, at least 8 in 10; +10 B: open, 2 to 7 in 10",
    ]);
    const more = [{ work: ready }, { work: ready }, { work: young }, { work: young }];
    const [title, , ...levers] = slideLines("risks-kr1", factsOf(more));
    expect(title).toBe("KR1 at risk: 2 of 4 items likely in time");
    expect(levers).toHaveLength(3);
    expect(levers[0]).toBe("- C: ask how its review stands (author); goal 67 % → 80 %");
  });

  it("says so where too little is known", () => {
    const [title] = slideLines("risks-kr1", factsOf([{ work: {} }, { work: {} }, { work: {} }]));
    expect(title).toBe("KR1 off track: 0 of 3 items likely in time, 3 not known");
  });

  it("has no slide once everything is settled", () => {
    const merged = { state: "merged", mergedAt: "2020-10-20T00:00:00Z" } as const;
    expect(slideLines("risks-kr1", factsOf([{ work: merged }]))).toEqual([]);
  });
});

describe("the scale of odds", () => {
  it("has the likeliest first, a range for what is not known", () => {
    const charts = chartsOf([{ work: young }, { work: ready }, { work: {} }]);
    const chart = charts.find(({ kind }) => kind === "odds");
    expect(chart).toMatchObject({
      kind: "odds",
      rows: [
        { label: "+10 B", level: "likely" },
        { label: "+10 A", level: "open" },
        { label: "+10 C", level: "unknown", text: "not known" },
      ],
    });
  });
});

describe("the burn-up", () => {
  const merged = { state: "merged", mergedAt: "2020-10-20T00:00:00Z" } as const;

  it("goes from report to report, and ends in a cone", () => {
    const charts = chartsOf(
      [{ work: merged }, { work: young }],
      [{ work: young }, { work: young }],
    );
    expect(charts.find(({ kind }) => kind === "burn-up")).toMatchObject({
      points: [
        { date: "2020-10-08", value: 0 },
        { date: "2020-10-22", value: 10 },
      ],
      end: { date: "2020-11-23", label: "Test Freeze", low: 10, middle: 10, high: 20 },
      marks: [
        { label: "goal", value: 30 },
        { label: "stretch", value: 40 },
      ],
    });
  });

  it("needs a report before, and all facts", () => {
    const kinds = (charts: readonly Chart[]) => charts.map(({ kind }) => kind);
    expect(kinds(chartsOf([{ work: young }]))).not.toContain("burn-up");
    expect(kinds(chartsOf([{ work: {} }], [{ work: young }]))).not.toContain("burn-up");
  });
});

describe("last safe days", () => {
  it("stand on the calendar where steps remain, the next one first", () => {
    const facts = factsOf([
      { step: "test", work: young },
      { step: "issue", work: { kind: "issue" } },
      { work: young },
    ]);
    expect(slideLines("timeline", facts)).toEqual(
      expect.arrayContaining([
        "- Last safe day 1 November 2020: B",
        "- Last safe day 4 November 2020: A",
      ]),
    );
  });
});

describe("blockers", () => {
  it("say what is in the way, and whose move it is", () => {
    const work = {
      ...young,
      author: "ann",
      labels: ["size/L", "needs-rebase"],
      reviewers: ["rob"],
      events: [{ kind: "pushed", at: "2020-10-20T10:00:00Z" }],
    } as const;
    expect(slideLines("blockers", factsOf([{ work }]))).toEqual([
      "1 item is held up",
      "- KR1 A +10: kit#1: it no longer fits its branch; kit#1: lgtm is missing; kit#1: approval is missing (author ann; reviewer rob, since 20 October 2020; approver, since 20 October 2020)",
    ]);
  });
});
