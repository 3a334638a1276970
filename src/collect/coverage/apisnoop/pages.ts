/** Where APISnoop shows to people what its exports count. */
import type { CoverageSnapshot } from "../../../domain/facts.ts";
import type { Release } from "../../../domain/release.ts";

const progress = "https://apisnoop.cncf.io/conformance-progress";

export function pagesOf(release: Release): NonNullable<CoverageSnapshot["pages"]> {
  const endpoints = `${progress}/endpoints/${release}.0`;
  return {
    newTested: `${endpoints}?filter=promotedWithTests`,
    oldTested: `${endpoints}?filter=oldCoveredByNew`,
    ineligible: `${progress}/ineligible-endpoints`,
  };
}
