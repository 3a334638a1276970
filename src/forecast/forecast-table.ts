/** Forecasts for a table of open pull requests. */
import { writeCsv } from "./csv.ts";
import { forecastPull } from "./pull.ts";
import { references } from "./reference.ts";
import { readTask, type Tables } from "./tables.ts";

/** `repo,number,p`: the items in their order, p with four digits. Throws a PlanError for tables that cannot be read. */
export function forecastTable(tables: Tables): string {
  const { past, items } = readTask(tables);
  const referenceFor = references(past);
  const rows = items.map((item) => {
    const { p } = forecastPull(item, referenceFor(item));
    return [item.repo, item.number, p.toFixed(4)];
  });
  return writeCsv([["repo", "number", "p"], ...rows]);
}
