import { expect, it } from "vitest";
import { changeSplit } from "../../../src/compose/coverage/change-split.ts";
import type { CoverageChange } from "../../../src/domain/changes.ts";
import { textOf } from "../../builders/deck-text.ts";

const noChange: CoverageChange = {
  release: "1.20",
  exports: {},
  isClosed: false,
  tested: { from: 235, to: 235, progress: 0, ineligible: 0, restated: 0 },
  total: { from: 424, to: 424, promoted: 0, ineligible: 0, restated: 0 },
  restated: [],
  flaps: [],
  newlyIneligible: [],
  newlyEligible: [],
};

/** The figures with their labels, and what stands under them. */
function check(change: Partial<CoverageChange> | undefined, expected: readonly string[]): void {
  const coverage = change && { coverage: { ...noChange, ...change } };
  const blocks = changeSplit({ since: "2020-10-22T08:00:00Z", ...coverage });
  const lines = blocks.flatMap((block) => {
    if (block.kind === "figures")
      return block.figures.map(({ label, value }) => `${textOf(value)} ${label}`);
    return block.kind === "paragraph" ? [textOf(block.inlines)] : [];
  });
  expect(lines).toEqual(expected);
}

const since = "Change of 1.20 since the report of 22 October 2020";

it("tells progress from what was promoted and what counts no longer", () => {
  check(
    {
      tested: { from: 235, to: 263, progress: 27, ineligible: 0, restated: 1 },
      total: { from: 424, to: 418, promoted: 8, ineligible: -14, restated: 0 },
    },
    ["+27 Tested more", "+8 Promoted", "−14 Made ineligible", "+1 Restated", since],
  );
});

it("tells what counts again by that word", () => {
  check({ total: { ...noChange.total, ineligible: 2 } }, ["+2 Made eligible", since]);
});

it("says nothing of what is not known, has not changed or was not compared", () => {
  check({ tested: { ...noChange.tested, progress: undefined } }, []);
  check({}, []);
  check(undefined, []);
  expect(changeSplit(undefined)).toEqual([]);
});
