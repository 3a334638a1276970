/** A read calendar as facts of a snapshot, and dates that a plan holds itself. */
import { describe, expect, it } from "vitest";
import { timelineOfDates } from "../../../../src/collect/timeline/plan-dates.ts";
import { readTimeline } from "../../../../src/collect/timeline/read-timeline.ts";
import { toFacts } from "../../../../src/collect/timeline/to-facts.ts";

const text = `# Kubernetes 1.20
## TL;DR
- ~~Thursday, November 5, 2020~~ Thursday, November 12: Code Freeze
- Tuesday, December 8: Kubernetes v1.20.0 released
| What | When |
|---|---|
| Begin Code Freeze (18:00 PST) | Friday, Nov 13 |
| KubeCon | Nov 17 - 20 |
| Code Thaw | TBD |
| 1.20.0-rc.0 released | Tue Dec 1 |
`;

describe("facts", () => {
  const read = readTimeline(text, { where: "README.md" });
  const { timeline, notices } = toFacts(read, { source: "timeline", url: "https://x.test/" });

  it("are the believed days under the plan's ids, without what has none", () => {
    expect(timeline).toEqual({
      source: "timeline",
      url: "https://x.test/",
      events: [
        {
          id: "code-freeze",
          title: "Code freeze",
          date: "2020-11-13",
          instant: "2020-11-14T02:00:00Z",
          zone: "America/Los_Angeles",
          text: "| Begin Code Freeze (18:00 PST) | Friday, Nov 13 |",
        },
        {
          id: "kubecon",
          title: "KubeCon",
          date: "2020-11-17",
          endDate: "2020-11-20",
          text: "| KubeCon | Nov 17 - 20 |",
        },
        {
          id: "1-20-0-rc-0-released",
          title: "1.20.0-rc.0 released",
          date: "2020-12-01",
          text: "| 1.20.0-rc.0 released | Tue Dec 1 |",
        },
        {
          id: "release",
          title: "Release",
          date: "2020-12-08",
          text: "Tuesday, December 8: Kubernetes v1.20.0 released",
        },
      ],
    });
  });

  it("say in notices what does not fit", () => {
    expect(notices).toEqual([
      {
        code: "timeline-conflict",
        severity: "warning",
        subject: "Code freeze",
        message:
          "the release calendar says 13 November 2020 (table, line 7) and 12 November 2020 (TL;DR, line 3); the first is used",
        url: "https://x.test/",
      },
      {
        code: "timeline-moved",
        severity: "info",
        subject: "Code freeze",
        message: "the release calendar marks 5 November 2020 as replaced",
        url: "https://x.test/",
      },
    ]);
  });
});

describe("dates of a plan", () => {
  const request = { where: "plan.yaml", release: "1.20" };

  it("are days, instants, or what a calendar writes", () => {
    const { dates, instants, events } = timelineOfDates(
      {
        start: "2020-09-14",
        "code-freeze": "2020-11-13T02:00:00Z",
        "test-freeze": "18:00 PST, November 23, 2020",
        release: "Tuesday 8th December 2020",
        party: "2020-12-09",
      },
      request,
    );
    expect(dates).toEqual({
      start: "2020-09-14",
      code_freeze: "2020-11-12",
      test_freeze: "2020-11-23",
      release: "2020-12-08",
    });
    expect(instants).toEqual({
      code_freeze: "2020-11-13T02:00:00Z",
      test_freeze: "2020-11-24T02:00:00Z",
    });
    expect(events.at(-1)).toMatchObject({ id: "party", what: "party", date: "2020-12-09" });
  });

  it.each(["soon", "TBD", "about 2020-11-12", "2020-11-12 or later", "2020-11-12T25:00:00Z", ""])(
    "but not %j",
    (text) => {
      expect(() => timelineOfDates({ release: text }, request)).toThrow("is no date");
    },
  );
});
