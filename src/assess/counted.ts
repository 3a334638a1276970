/** Whether the coverage has seen what an item promises by name. */
import type { Endpoint } from "../domain/facts.ts";
import type { Contribution } from "../domain/plan.ts";
import { compareReleases, type Release } from "../domain/release.ts";
import type { Snapshot } from "../domain/snapshot.ts";

export interface CountedFinding {
  /** All of them are tested. */
  readonly isWhole: boolean;
  /** `5 of 7 endpoints are tested in 1.20`. */
  readonly words: string;
  /** Id of the source that says so. */
  readonly source: string;
}

/** Undefined where the item names nothing, or the coverage does not list what counts. */
export function countedOf(
  { coverage }: Pick<Snapshot, "coverage">,
  { endpoints: named = [] }: Contribution,
  release: Release,
): CountedFinding | undefined {
  if (coverage?.endpoints === undefined || named.length === 0) return undefined;
  const { endpoints, endpointsSource, source, unit } = coverage;
  const tested = new Set(endpoints.filter((one) => isTested(one, release)).map(({ name }) => name));
  const seen = named.filter((name) => tested.has(name)).length;
  return {
    isWhole: seen === named.length,
    words: `${seen} of ${named.length} ${unit} are tested in ${release}`,
    source: endpointsSource ?? source,
  };
}

function isTested({ tested }: Endpoint, release: Release): boolean {
  return tested !== undefined && compareReleases(tested, release) <= 0;
}
