/** Slides about what changed between two small reports. */
import { expect } from "vitest";
import { compose } from "../../src/compose/compose.ts";
import type { Contribution } from "../../src/domain/plan.ts";
import type { Snapshot } from "../../src/domain/snapshot.ts";
import { aPlanOf, assessed } from "./assessment.ts";
import { linesOf } from "./deck-text.ts";
import { aCoverage, aRelease, aSnapshot } from "./snapshot.ts";

export interface Side {
  readonly items?: readonly Contribution[];
  readonly snapshot?: Partial<Snapshot>;
}

/** The slide of that id of a report that is compared with an earlier one, line by line. */
export function checkChanges(
  id: string,
  { before = {}, now = {}, older }: { before?: Side; now?: Side; older?: Partial<Snapshot> },
  ...expected: readonly string[]
): void {
  const since = {
    plan: aPlanOf(before.items ?? []),
    snapshot: aSnapshot({ ...before.snapshot, asOf: "2020-10-22T08:00:00Z" }),
  };
  const assessment = assessed({
    plan: aPlanOf(now.items ?? []),
    snapshot: aSnapshot({ ...now.snapshot, asOf: "2020-11-23T08:00:00Z" }),
    since,
    ...(older === undefined ? {} : { older: aSnapshot(older) }),
  });
  const slide = compose(assessment).slides.find((candidate) => candidate.id === id);
  expect(slide === undefined ? [] : linesOf(slide)).toEqual(expected);
}

/** Rows of 1.14 to 1.16 and of 1.20 with so many more tested. */
export const rows = (tested: number, fields = {}) =>
  aCoverage({
    releases: [
      ...[14, 15, 16].map((minor) =>
        aRelease({ release: `1.${minor}`, total: 300, tested: minor * 5 + tested }),
      ),
      aRelease({ tested: 200 + tested, promoted: 0, oldTested: 5, newTested: 0, ...fields }),
    ],
  });
