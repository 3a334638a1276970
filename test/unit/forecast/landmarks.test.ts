/** Counting the right past, against the definition worked out by hand and by brute force. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { historyByRepo, minutesPerDay, type PastPull } from "../../../src/forecast/history.ts";
import {
  ageClassOf,
  cell,
  countBeforeFreezes,
  countInWindows,
} from "../../../src/forecast/landmarks.ts";
import { horizons } from "../../../src/forecast/prior.ts";

const row = (days: number) => horizons.findIndex((at) => at === days);

/** A pull request by days: created, merged, closed. */
function aPull(created: number, merged?: number, closed = merged): PastPull {
  return {
    repo: "o/r",
    created: created * minutesPerDay,
    ...(merged === undefined ? {} : { merged: merged * minutesPerDay }),
    ...(closed === undefined ? {} : { closed: closed * minutesPerDay }),
  };
}

function historyOf(pulls: readonly PastPull[]) {
  const history = historyByRepo(pulls).get("o/r");
  if (history === undefined) throw new Error("There are no pull requests.");
  return history;
}

describe("age classes", () => {
  it.each([
    [0, 0],
    [1.99, 0],
    [2, 1],
    [13.9, 2],
    [14, 3],
    [120, 6],
    [399, 6],
  ])("%d days are in class %d", (days, expected) => expect(ageClassOf(days)).toBe(expected));
});

describe("before freezes", () => {
  function check(pulls: readonly PastPull[], expected: readonly [open: number, merged: number]) {
    const { open, merged } = countBeforeFreezes(historyOf(pulls), [1000 * minutesPerDay]);
    const at = cell(row(14), ageClassOf(10));
    expect([open[at], merged[at]]).toEqual(expected);
  }

  it("counts what was open 14 days before, merged by then or not", () => {
    check([aPull(976, 990), aPull(976), aPull(976, undefined, 995)], [3, 1]);
  });
  it("takes the instant of the freeze itself as in time, and a minute later as late", () => {
    check([aPull(976, 1000), aPull(976, 1000 + 1 / minutesPerDay)], [2, 1]);
  });
  it("leaves out what was created at the landmark or later, and what had ended by then", () => {
    check([aPull(986, 990), aPull(976, 980), aPull(976, undefined, 986)], [0, 0]);
  });
  it("puts each into the class of its age at the landmark", () => {
    check([aPull(979.5, 990), aPull(971, 990)], [0, 0]);
  });
  it("forgets work that is older than 400 days", () => {
    const { open } = countBeforeFreezes(historyOf([aPull(585), aPull(587)]), [
      1000 * minutesPerDay,
    ]);
    expect(open[cell(row(14), 6)]).toBe(1);
  });
});

describe("in windows", () => {
  it("takes 26 windows that are over, one every four weeks", () => {
    // Open since day 0, forgotten after day 400: seen on days 380, 352 and so on to the oldest window.
    const now = 800;
    const { open } = countInWindows(historyOf([aPull(0)]), now * minutesPerDay);
    const total = (days: number) => {
      const from = cell(row(days), 0);
      return open.slice(from, from + 7).reduce((sum, count) => sum + count, 0);
    };
    expect(total(28)).toBe(12);
    expect(total(60)).toBe(14);
  });

  it("gives what the definition gives", () => {
    const pull = fc
      .tuple(
        fc.nat(900),
        fc.option(fc.nat(90), { nil: undefined }),
        fc.option(fc.nat(90), { nil: undefined }),
      )
      .map(([created, merged, closed]) =>
        aPull(
          created,
          merged === undefined ? undefined : created + merged + 0.5,
          merged === undefined && closed !== undefined ? created + closed + 0.5 : undefined,
        ),
      );
    fc.assert(
      fc.property(fc.array(pull, { minLength: 1, maxLength: 30 }), (pulls) => {
        const now = 900 * minutesPerDay;
        const counted = countInWindows(historyOf(pulls), now);
        for (const days of [7, 28, 42]) {
          const expected = byDefinition(pulls, now, days);
          const from = cell(row(days), 0);
          expect(Array.from(counted.open.slice(from, from + 7))).toEqual(expected.open);
          expect(Array.from(counted.merged.slice(from, from + 7))).toEqual(expected.merged);
        }
      }),
    );
  });
});

function byDefinition(pulls: readonly PastPull[], now: number, days: number) {
  const first = Math.ceil(days / 28);
  const starts = Array.from(
    { length: 26 },
    (_, index) => now - (first + index) * 28 * minutesPerDay,
  );
  const seen = starts.flatMap((start) =>
    pulls
      .filter((pull) => wasOpen(pull, start))
      .map(({ created, merged = Infinity }) => ({
        ageClass: ageClassOf((start - created) / minutesPerDay),
        isMerged: merged <= start + days * minutesPerDay,
      })),
  );
  const classes = Array.from({ length: 7 }, (_, ageClass) =>
    seen.filter((one) => one.ageClass === ageClass),
  );
  return {
    open: classes.map((own) => own.length),
    merged: classes.map((own) => own.filter(({ isMerged }) => isMerged).length),
  };
}

function wasOpen({ created, merged = Infinity, closed = Infinity }: PastPull, at: number): boolean {
  const isForgotten = at - created > 400 * minutesPerDay;
  return created < at && !isForgotten && Math.min(merged, closed) > at;
}
