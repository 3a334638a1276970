/** Coverage of a repository as LCOV tracefiles have it: the plan's release at its present state. */
import { z } from "zod";
import type { SourceKind } from "../contract.ts";
import { lcovMetrics, type LcovMetric } from "./lcov/entries.ts";
import { readRecords, type SourceFile } from "./lcov/records.ts";
import {
  collectedCounts,
  malformedReport,
  pathSetting,
  readReport,
  unitSetting,
  type Counts,
} from "./report/report.ts";

const settings = z.strictObject({
  path: pathSetting,
  metric: z.enum(lcovMetrics).exactOptional().describe("What is counted; lines by default."),
  unit: unitSetting,
});

export const lcov: SourceKind<z.infer<typeof settings>> = {
  slot: "coverage",
  kind: "lcov",
  about: "Coverage from an LCOV tracefile, lcov.info.",
  settings,
  async collect(context, { path, metric = "lines", unit = metric }) {
    const text = await readReport(context, path);
    const { counts, findings } = countLcov(text, path, metric);
    return collectedCounts(context, { title: "LCOV report", path, unit, counts, findings });
  },
};

/** Throws a SourceError for what is no tracefile, or not a whole one. */
export function countLcov(text: string, path: string, metric: LcovMetric) {
  const files = readRecords(text, path, metric);
  const counts = files.map((file) => countsOf(file, path));
  const differing = files.filter(differs).map(({ name }) => name);
  const [first] = differing;
  return {
    counts: {
      total: counts.reduce((sum, { total }) => sum + total, 0),
      tested: counts.reduce((sum, { tested }) => sum + tested, 0),
    },
    findings:
      first === undefined
        ? []
        : [
            `${differing.length} source files list other ${metric} than they count, first ${first}; those listed are taken`,
          ],
  };
}

/** What is listed one by one, else what the file itself has counted. */
function countsOf(file: SourceFile, path: string): Counts {
  if (file.hits.size > 0) return listed(file);
  const { name, records, found: total = 0, hit: tested = 0 } = file;
  if (total > 0 && records > 1)
    throw malformedReport(path, `${name} is there ${records} times, with nothing but totals`);
  if (tested > total) throw malformedReport(path, `${name} has more hit than there are`);
  return { total, tested };
}

function listed({ hits }: SourceFile): Counts {
  return { total: hits.size, tested: [...hits.values()].filter(Boolean).length };
}

/** Of a file with several records the last one's totals say nothing about all of them. */
function differs(file: SourceFile): boolean {
  if (file.records > 1 || file.hits.size === 0) return false;
  const { total, tested } = listed(file);
  return (file.found ?? total) !== total || (file.hit ?? tested) !== tested;
}
