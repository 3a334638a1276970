/** Named numbers of what is declared not to count. */
import type { CoverageSnapshot } from "../../domain/facts.ts";
import type { NamedNumber } from "../../domain/number.ts";
import type { NumberContext } from "./contract.ts";

/** How many, and how many more than at the last report; none where the snapshot holds no list. */
export function eligibilityNumbers(
  { changes, provenance }: NumberContext,
  { ineligible, ineligibleSource, unit }: CoverageSnapshot,
): readonly NamedNumber[] {
  if (ineligible === undefined) return [];
  const sources = provenance(ineligibleSource);
  const all: NamedNumber = {
    name: "coverage.ineligible",
    value: ineligible.length,
    unit,
    formula: "names that are declared not to count",
    inputs: [],
    sources,
  };
  const change = changes?.coverage;
  if (changes === undefined || change?.total.ineligible === undefined) return [all];
  const added: NamedNumber = {
    name: "coverage.newlyIneligible",
    value: change.newlyIneligible.length,
    unit,
    formula: `declared not to count since ${changes.since}`,
    inputs: change.newlyIneligible.map((label) => ({ label, value: 1 })),
    sources,
  };
  return [all, added];
}
