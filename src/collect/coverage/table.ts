/** Coverage by release as people keep it themselves: a table in CSV or JSON. */
import { z } from "zod";
import type { CoverageSnapshot } from "../../domain/facts.ts";
import type { SourceKind } from "../contract.ts";
import { collectedReport, pathSetting, readReport, unitSetting } from "./report/report.ts";
import { parseTable, type TableRow } from "./table/parse-table.ts";

const settings = z.strictObject({ path: pathSetting, unit: unitSetting });

export const table: SourceKind<z.infer<typeof settings>> = {
  slot: "coverage",
  kind: "table",
  about:
    "Coverage by release from a CSV or JSON table: release, total, tested, perhaps promoted and untested.",
  settings,
  async collect(context, { path, unit = "items" }) {
    const rows = parseTable(await readReport(context, path), path);
    return collectedReport(context, {
      title: "Table",
      path,
      unit,
      facts: factsOf(rows),
      findings: partialDebt(rows),
    });
  },
};

/** The debt of some releases only would look as if the others had none. */
function factsOf(rows: readonly TableRow[]): Pick<CoverageSnapshot, "releases" | "debt"> {
  const debt = rows.flatMap(({ release, promoted, untested }) =>
    promoted === undefined || untested === undefined ? [] : [{ release, promoted, untested }],
  );
  return {
    releases: rows.map(({ untested, ...row }) => ({
      ...row,
      ...(untested === undefined ? {} : { stillUntested: untested }),
    })),
    ...(debt.length === rows.length ? { debt } : {}),
  };
}

function partialDebt(rows: readonly TableRow[]): readonly string[] {
  const known = rows.filter(
    ({ promoted, untested }) => promoted !== undefined && untested !== undefined,
  );
  if (known.length === 0 || known.length === rows.length) return [];
  return ["not every release has promoted and untested, so its debt is left out"];
}
