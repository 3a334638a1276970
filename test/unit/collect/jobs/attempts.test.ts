import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { standingOf, type Attempt } from "../../../../src/collect/jobs/attempts.ts";

const asOf = "2026-08-13T08:00:00Z";

/** Runs as `day.hour outcome`, of August 2026. */
function runs(...written: readonly string[]): readonly Attempt[] {
  return written.map((text) => {
    const [when = "", outcome] = text.split(" ");
    const [day = "", hour = ""] = when.split(".");
    const startedAt = `2026-08-${day}T${hour}:00:00Z`;
    return { id: when, startedAt, outcome: outcome as Attempt["outcome"] };
  });
}

function check(attempts: readonly Attempt[], expected: object): void {
  const { runs: _, ...standing } = standingOf(attempts, asOf);
  expect(standing).toEqual(expected);
}

describe("a job", () => {
  it("stands as its newest finished run ended, since the first that ended alike", () => {
    check(runs("13.05 passed", "12.05 passed", "11.05 failed"), {
      state: "passing",
      since: "2026-08-12",
    });
    check(runs("13.05 failed", "12.05 passed"), { state: "failing", since: "2026-08-13" });
  });

  it("may stand so for longer than its known runs tell", () => {
    const note = "perhaps for longer: older runs are not known";
    check(runs("13.05 passed", "11.05 passed"), { state: "passing", since: "2026-08-11", note });
  });

  it("is not known without a run", () => {
    check([], { state: "unknown", note: "no run of it is known" });
  });

  it("is told to run again", () => {
    check(runs("13.07 running", "13.05 passed", "12.05 failed"), {
      state: "passing",
      since: "2026-08-13",
      note: "a newer one is under way since 13 August 2026, 07:00 UTC",
    });
  });

  it("that has run for more than a day is not known: the run was lost", () => {
    const note = "its newest run, of 12 August 2026, 07:00 UTC, never told how it ended";
    check(runs("12.07 running", "11.05 passed"), { state: "unknown", note });
    check(runs("12.08 running", "12.05 passed", "11.05 failed"), {
      state: "passing",
      since: "2026-08-12",
      note: "a newer one is under way since 12 August 2026, 08:00 UTC",
    });
  });

  it("whose newest run was aborted, or ended in an unknown way, is not known", () => {
    const aborted = "its newest run, of 13 August 2026, 05:00 UTC, was aborted";
    check(runs("13.05 aborted", "12.05 passed"), { state: "unknown", note: aborted });
    const odd = "how its run of 13 August 2026, 05:00 UTC ended is not understood";
    check(runs("13.05 unknown", "12.05 passed"), { state: "unknown", note: odd });
  });

  it("is not broken off by an aborted run, but by one that ended in an unknown way", () => {
    const older = runs("13.05 passed", "12.05 aborted", "11.05 passed", "10.05 failed");
    check(older, { state: "passing", since: "2026-08-11" });
    const odd = runs("13.05 passed", "12.05 unknown", "11.05 passed");
    check(odd, { state: "passing", since: "2026-08-13" });
  });

  it("whose last run is long ago says so", () => {
    const note = "last finished run: 2 August 2026, 05:00 UTC";
    check(runs("02.05 failed", "01.05 passed"), { state: "failing", since: "2026-08-02", note });
  });

  it("is told by what was known as of that day", () => {
    check(runs("14.05 failed", "13.05 passed", "12.05 failed"), {
      state: "passing",
      since: "2026-08-13",
    });
  });

  it("counts a run once, and believes who says how it ended", () => {
    const twice = [...runs("13.05 running"), ...runs("13.05 passed", "12.05 failed")];
    check(twice, { state: "passing", since: "2026-08-13" });
    expect(standingOf(twice, asOf).runs?.map(({ state }) => state)).toEqual(["passed", "failed"]);
  });
});

const attempt = fc.record({
  id: fc.integer({ min: 0, max: 9 }).map(String),
  startedAt: fc.integer({ min: 10, max: 28 }).map((day) => `2026-07-${day}T00:00:00Z`),
  outcome: fc.constantFrom("passed", "failed", "aborted", "running", "unknown"),
});

it("is green only by a newest run that passed", () => {
  fc.assert(
    fc.property(fc.array(attempt), (attempts) => {
      const { state, since = "9999", runs: kept = [] } = standingOf(attempts, asOf);
      if (state !== "passing") return;
      expect(kept[0]?.state).toBe("passed");
      // A failure of the same day may have come before the first run that passed.
      const later = kept.filter((run) => run.startedAt.slice(0, 10) > since);
      expect(later.filter((run) => run.state === "failed")).toEqual([]);
    }),
  );
});
