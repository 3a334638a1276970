/** Everything that was computed, for machines. */
import type { Renderer } from "./contract.ts";
import { renderReport } from "./report.ts";

export const json: Renderer = {
  format: "json",
  path: () => "report.json",
  mediaType: "application/json",
  render: ({ assessment }) => renderReport(assessment),
};
