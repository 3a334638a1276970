import { describe, expect, it } from "vitest";
import type { Source } from "../../../src/domain/facts.ts";
import type { Snapshot } from "../../../src/domain/snapshot.ts";
import { aPlanOf, assessed } from "../../builders/assessment.ts";
import { anItem, aRef } from "../../builders/plan.ts";
import {
  aCoverage,
  anEvent,
  aRelease,
  aSnapshot,
  aSource,
  aTimeline,
  aWorkItem,
} from "../../builders/snapshot.ts";

const whole: Partial<Snapshot> = {
  coverage: aCoverage(),
  timeline: aTimeline(),
  workItems: [aWorkItem()],
};

describe("sources", () => {
  /** A source, read by a report as of 22 October, gives these notices. */
  function check(source: Partial<Source>, ...expected: readonly string[]): void {
    const snapshot = aSnapshot({ ...whole, sources: [aSource(source)] });
    const { notices } = assessed({ plan: aPlanOf([]), snapshot });
    expect(notices.map(({ code, severity, message }) => `${code} ${severity}: ${message}`)).toEqual(
      expected,
    );
  }

  it("that are well say nothing", () => {
    check({});
    check({ retrievedAt: "2020-10-08T00:00:00Z" });
  });

  it("that are old, carried, failed or from the future are told", () => {
    check({ retrievedAt: "2020-10-07T23:00:00Z" }, "source-stale info: is 14 days old");
    check(
      { status: "carried", retrievedAt: "2020-09-25T08:00:00Z", message: "timed out" },
      "source-carried warning: could not be read (timed out); facts as of 2020-09-25",
    );
    check({ status: "failed" }, "source-failed warning: could not be read; its facts are unknown");
    check(
      { retrievedAt: "2020-10-23T08:00:00Z" },
      "source-from-the-future warning: is dated 2020-10-23T08:00:00Z, after the snapshot (2020-10-22T08:00:00Z)",
    );
  });
});

describe("facts that are missing", () => {
  function codes(snapshot: Partial<Snapshot>, plan = aPlanOf([])): readonly string[] {
    const { notices } = assessed({ plan, snapshot: aSnapshot(snapshot) });
    return notices.map(({ code, subject }) => `${code}: ${subject}`);
  }

  it("are told by what is missing", () => {
    const measured = { ...aPlanOf([]), sources: { coverage: {} } };
    expect(codes({}, measured)).toEqual([
      "facts-missing: coverage",
      "facts-missing: release calendar",
    ]);
    expect(codes({})).toEqual(["facts-missing: release calendar"]);
    expect(codes(whole)).toEqual([]);
  });

  it("are told for coverage without a row of the release", () => {
    const coverage = aCoverage({ releases: [aRelease({ release: "1.19" })] });
    expect(codes({ ...whole, coverage })).toEqual(["coverage-row-missing: coverage"]);
  });

  it("are told for references without a state", () => {
    const item = anItem({ title: "A", needs: [aRef("o/r#1")] });
    expect(codes(whole, aPlanOf([item]))).toEqual(["reference-unknown: A"]);
    const { state: _, ...stateless } = aWorkItem();
    const known = { ...whole, workItems: [stateless, aWorkItem({ ref: "o/r#1" })] };
    expect(codes(known, aPlanOf([item]))).toEqual(["reference-unknown: A"]);
  });

  it("are not missed where a person has set the stage", () => {
    const override = { stage: "slipped", who: "Ann", why: "so" } as const;
    expect(codes({ ...whole, workItems: [] }, aPlanOf([anItem({ override })]))).toEqual([]);
  });

  it("are told for a freeze that the calendar does not hold", () => {
    const plan = aPlanOf([], { id: "KR9", freeze: "test-freez" });
    expect(codes(whole, plan)).toEqual(["freeze-unknown: KR9"]);
    const held = aTimeline({ events: [anEvent({ id: "test-freeze" })] });
    const good = aPlanOf([], { freeze: "test-freeze" });
    expect(codes({ ...whole, timeline: held }, good)).toEqual([]);
  });
});

it("keeps the snapshot's own notices, first", () => {
  const notice = { code: "x", severity: "info", subject: "s", message: "m" } as const;
  const { notices } = assessed({ snapshot: aSnapshot({ notices: [notice] }) });
  expect(notices[0]).toEqual(notice);
});
