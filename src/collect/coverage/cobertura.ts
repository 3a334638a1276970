/** Coverage of a repository as Cobertura's XML has it: the plan's release at its present state. */
import { z } from "zod";
import type { SourceKind } from "../contract.ts";
import { countLines } from "./cobertura/count-lines.ts";
import { collectedCounts, pathSetting, readReport, unitSetting } from "./report/report.ts";

const settings = z.strictObject({
  path: pathSetting,
  metric: z
    .enum(["lines", "branches"])
    .exactOptional()
    .describe("What is counted; lines by default."),
  unit: unitSetting,
});

export const cobertura: SourceKind<z.infer<typeof settings>> = {
  slot: "coverage",
  kind: "cobertura",
  about:
    "Coverage from a Cobertura report, which coverage.py, gcovr, Coverlet and others write too.",
  settings,
  async collect(context, { path, metric = "lines", unit = metric }) {
    const text = await readReport(context, path);
    const { counts, findings } = countLines(text, path, metric);
    return collectedCounts(context, { title: "Cobertura report", path, unit, counts, findings });
  },
};
