/** From the files of an export to the facts of a snapshot. */
import type { Endpoint, ReleaseCoverage, ReleaseDebt } from "../../../domain/facts.ts";
import type { Debt, Endpoints, Progress } from "./schema.ts";

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
