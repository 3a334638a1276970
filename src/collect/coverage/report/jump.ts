/** A new report of coverage against the one before: what is more likely a bad report than news. */
import { dayOf, daysBetween } from "../../../calendar.ts";
import type { CoverageSnapshot, ReleaseCoverage } from "../../../domain/facts.ts";
import { compareReleases, type Release } from "../../../domain/release.ts";
import type { Snapshot } from "../../../domain/snapshot.ts";
import type { Instant } from "../../../domain/time.ts";

/** Of the total in percent, of the tested share in percentage points. */
const mostChange = 10;

/** A jump that is still there after so long is news. */
const doubtDays = 14;

/** In words, what jumped; undefined where nothing did, or where the two cannot be compared. */
export function jumpBetween(
  before: CoverageSnapshot,
  now: CoverageSnapshot,
  release: Release,
): string | undefined {
  const pair = rowsToCompare(before, now, release);
  if (pair === undefined || before.unit !== now.unit) return undefined;
  const { from, to } = pair;
  const words = (what: string, old: string, current: string) =>
    `${what} of ${to.release} jumped from ${old} to ${current}`;
  if (Math.abs(to.total - from.total) * 100 > mostChange * from.total)
    return words("the total", String(from.total), String(to.total));
  const shares = [shareOf(from), shareOf(to)] as const;
  if (Math.abs(shares[1] - shares[0]) > mostChange)
    return words("the tested share", `${shares[0].toFixed(2)}%`, `${shares[1].toFixed(2)}%`);
  return undefined;
}

/** The rows of the plan's release, else of the newest that both hold. */
function rowsToCompare(before: CoverageSnapshot, now: CoverageSnapshot, release: Release) {
  const both = now.releases.flatMap((to) => {
    const from = before.releases.find((row) => row.release === to.release);
    return from === undefined ? [] : [{ from, to }];
  });
  return both.find(({ to }) => to.release === release) ?? both.at(-1);
}

function shareOf({ tested, total }: ReleaseCoverage): number {
  return total === 0 ? 0 : (100 * tested) / total;
}

/** Whether the newest release that was known is not yet there: such a report is an older one. */
export function isOlder(now: CoverageSnapshot, before: CoverageSnapshot): boolean {
  const [then, newest] = [before.releases.at(-1), now.releases.at(-1)];
  if (then === undefined || newest === undefined) return false;
  return compareReleases(newest.release, then.release) < 0;
}

/** Whether the coverage of a snapshot was carried over already, for so long that doubt must end. */
export function isLongCarried({ coverage, sources }: Snapshot, asOf: Instant): boolean {
  const source = sources.find(({ id }) => id === coverage?.source);
  if (source?.status !== "carried") return false;
  return daysBetween(dayOf(source.retrievedAt), dayOf(asOf)) >= doubtDays;
}
