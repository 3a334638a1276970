/** The figures of an export, counted from its list of eligible endpoints: they must be what its other files say. */
import type { ReleaseCoverage, ReleaseDebt } from "../../../domain/facts.ts";
import { compareReleases, parseRelease, type Release } from "../../../domain/release.ts";
import type { Endpoints } from "./schema.ts";

/** The row of a release; every figure of it is known. */
export function countRow(endpoints: Endpoints, release: Release): Required<ReleaseCoverage> {
  const known = endpoints.filter((one) => compareReleases(one.promotion_release, release) <= 0);
  const promoted = known.filter((one) => one.promotion_release === release);
  const isFirstTested = (one: Endpoints[number]) => one.tested_release === release;
  const newTested = promoted.filter(isFirstTested).length;
  return {
    release,
    total: known.length,
    tested: known.filter((one) => isTestedBy(one, release)).length,
    promoted: promoted.length,
    newTested,
    newWithTests: promoted.filter((one) => hasTestOf(one, release)).length,
    oldTested: known.filter(isFirstTested).length - newTested,
    stillUntested: promoted.filter(isUntested).length,
  };
}

/** Today's debt of a release; `oldest` holds everything that was promoted up to it. */
export function countDebt(
  endpoints: Endpoints,
  release: Release,
  oldest: Release | undefined,
): ReleaseDebt {
  const promoted = endpoints.filter((one) =>
    release === oldest
      ? compareReleases(one.promotion_release, release) <= 0
      : one.promotion_release === release,
  );
  return { release, promoted: promoted.length, untested: promoted.filter(isUntested).length };
}

function isTestedBy({ tested_release: tested }: Endpoints[number], release: Release): boolean {
  return typeof tested === "string" && compareReleases(tested, release) <= 0;
}

function isUntested({ tested_release: tested }: Endpoints[number]): boolean {
  return typeof tested !== "string";
}

function hasTestOf({ tests }: Endpoints[number], release: Release): boolean {
  return tests?.some((test) => parseRelease(test?.release ?? "") === release) ?? false;
}
