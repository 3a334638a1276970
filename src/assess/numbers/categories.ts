/** Named numbers of coverage by category. */
import type { CategoryCoverage, CoverageSnapshot } from "../../domain/facts.ts";
import type { NamedNumber } from "../../domain/number.ts";
import { percentage } from "../../key-results/percentage.ts";
import type { NumberContext } from "./contract.ts";

/** None where the snapshot does not tell categories. */
export function categoryNumbers(
  { provenance }: NumberContext,
  { categories = [], categoriesSource, unit }: CoverageSnapshot,
): readonly NamedNumber[] {
  const sources = provenance(categoriesSource);
  return categories.flatMap((row) => numbersOf(row, unit)).map((one) => ({ ...one, sources }));
}

function numbersOf(row: CategoryCoverage, unit: string): readonly Omit<NamedNumber, "sources">[] {
  const { category, tested, total } = row;
  const name = (suffix: string) => `coverage.category.${category}.${suffix}`;
  const what = `all that is stable in ${category}, whether it counts or not`;
  return [
    { name: name("tested"), value: tested, unit, formula: `tested of ${what}`, inputs: [] },
    { name: name("total"), value: total, unit, formula: what, inputs: [] },
    {
      name: name("percent"),
      value: percentage(tested, total),
      unit: "%",
      formula: "100 · tested / total, rounded half up to 2 places",
      inputs: [
        { label: name("tested"), value: tested },
        { label: name("total"), value: total },
      ],
    },
  ];
}
