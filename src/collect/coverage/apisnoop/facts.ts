/** From the files of an export to the facts of a snapshot. */
import type {
  CategoryCoverage,
  Endpoint,
  ReleaseCoverage,
  ReleaseDebt,
} from "../../../domain/facts.ts";
import type { Audit, Debt, Endpoints, Ineligible, Progress } from "./schema.ts";

/** Figures that an export does not have yet stay unknown. */
export function rowsOf(progress: Progress): readonly ReleaseCoverage[] {
  return progress.map(({ release, total }) => ({
    release,
    total: total.endpoints,
    tested: total.tested,
    ...known("promoted", total.new),
    ...known("newTested", total.new_tested),
    ...known("newWithTests", total.new_with_tests),
    ...known("oldTested", total.old_tested),
    ...known("stillUntested", total.still_untested),
  }));
}

function known(key: keyof ReleaseCoverage, value: number | null | undefined) {
  return typeof value === "number" ? { [key]: value } : {};
}

export function debtOf(debt: Debt): readonly ReleaseDebt[] {
  return debt.map(({ release, untested, "new endpoints": promoted }) => ({
    release,
    promoted,
    untested,
  }));
}

export function endpointsOf(endpoints: Endpoints): readonly Endpoint[] {
  return endpoints.map(({ endpoint, promotion_release: promoted, tested_release: tested }) => ({
    name: endpoint,
    promoted,
    ...(typeof tested === "string" ? { tested } : {}),
  }));
}

/** By category, of what is stable: what is deprecated or not eligible is among it. */
export function categoriesOf({ endpoints }: Audit): readonly CategoryCoverage[] {
  const stable = endpoints.filter(({ level }) => level === "stable");
  const groups = Map.groupBy(stable, ({ category }) => category);
  return [...groups]
    .map(([category, all]) => ({ category, total: all.length, tested: testedOf(all) }))
    .toSorted((left, right) => (left.category < right.category ? -1 : 1));
}

/** What of a release is eligible: stable, not called deprecated, and not declared ineligible. */
export function eligibleOf({ endpoints }: Audit, ineligible: Ineligible) {
  const excluded = new Set(ineligible.map(({ endpoint }) => endpoint));
  const eligible = endpoints.filter(
    ({ level, description, endpoint }) =>
      level === "stable" && !description?.includes("deprecated") && !excluded.has(endpoint),
  );
  return { total: eligible.length, tested: testedOf(eligible) };
}

function testedOf(endpoints: Audit["endpoints"]): number {
  return endpoints.filter((endpoint) => endpoint.conf_tested).length;
}
