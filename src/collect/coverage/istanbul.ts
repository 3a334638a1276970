/** Coverage of a repository as Istanbul, c8, Jest and Vitest sum it up: the plan's release at its present state. */
import { z } from "zod";
import type { SourceKind } from "../contract.ts";
import { parseJson } from "../json.ts";
import {
  collectedCounts,
  malformedReport,
  pathSetting,
  readReport,
  shownPlace,
  unitSetting,
  type Counts,
} from "./report/report.ts";

const metrics = ["lines", "branches", "functions", "statements"] as const;

const settings = z.strictObject({
  path: pathSetting,
  metric: z.enum(metrics).exactOptional().describe("What is counted; lines by default."),
  unit: unitSetting,
});

const count = z.int().min(0).max(1e9);
const counts = z.object({ total: count, covered: count }).optional();

/** `coverage-summary.json`, of which only the sum over all files is looked at. */
const summary = z.object({
  total: z.object({ lines: counts, branches: counts, functions: counts, statements: counts }),
});

export const istanbul: SourceKind<z.infer<typeof settings>> = {
  slot: "coverage",
  kind: "istanbul",
  about: "Coverage from Istanbul's coverage-summary.json, which c8, Jest and Vitest write too.",
  settings,
  async collect(context, { path, metric = "lines", unit = metric }) {
    const text = await readReport(context, path);
    const counts = countIstanbul(text, path, metric);
    return collectedCounts(context, { title: "Istanbul report", path, unit, counts });
  },
};

/** Throws a SourceError for what is no such summary, or holds no figures of the metric. */
export function countIstanbul(
  text: string,
  path: string,
  metric: (typeof metrics)[number],
): Counts {
  const found = parseJson(text, shownPlace(path), summary).total[metric];
  if (found === undefined) throw malformedReport(path, `it has no figures of ${metric}`);
  if (found.covered > found.total)
    throw malformedReport(path, `more ${metric} are covered than there are`);
  return { total: found.total, tested: found.covered };
}
