import { describe, expect, it } from "vitest";
import { aPlan, aProse } from "../../builders/plan.ts";
import { slideLines, type DeckFacts } from "../../builders/slide-lines.ts";
import { anEvent, aSource, aTimeline } from "../../builders/snapshot.ts";

/** The slide of that id, a line each for title, paragraphs, list items and rows. */
function check(id: string, facts: DeckFacts, ...expected: readonly string[]): void {
  expect(slideLines(id, facts)).toEqual(expected);
}

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
      "1 source; the oldest was read less than an hour earlier",
    );
  });

  it("counts the sources that could not be read", () => {
    const sources = [aSource(), aSource({ id: "b", status: "failed" })];
    check(
      "title",
      { snapshot: { sources } },
      "v1.20",
      "As of 22 October 2020, 08:00 UTC",
      "2 sources, 1 of them could not be read; the oldest was read less than an hour earlier",
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
      "1 source; the oldest was read less than an hour earlier",
    );
  });

  it("counts one day as one", () => {
    const input = { snapshot: { timeline, asOf: "2020-11-11T20:00:00Z", sources: [] } };
    expect(slideLines("title", input)).toContain(
      "Next: Code Freeze, 12 November 2020 (1 day left)",
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
