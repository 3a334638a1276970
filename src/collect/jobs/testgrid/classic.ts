/** The tabs of a dashboard by the summary that TestGrid's pages have always shown. */
import { z } from "zod";
import { instantOfEpoch } from "../../../calendar.ts";
import { SourceError } from "../../../domain/errors.ts";
import { parseJson } from "../../json.ts";
import type { Tab } from "./tab.ts";

export function classicAddress(site: string, dashboard: string): string {
  return `${site}/${encodeURIComponent(dashboard)}/summary`;
}

const answer = z.record(
  z.string(),
  z.object({
    overall_status: z.string().default(""),
    status: z.string().default(""),
    alert: z.string().default(""),
    /** Milliseconds, while the time of the summary itself is in seconds. */
    last_run_timestamp: z.number().optional(),
  }),
);

/** Throws a SourceError: `not-found` where there is no such dashboard, which it says with status 200. */
export function parseClassic(text: string, where: string): readonly Tab[] {
  if (/^\s*Dashboard .{1,300} not found\s*$/.test(text))
    throw new SourceError(`${where}: there is no such dashboard`, {
      code: "not-found",
      hint: "Check the name of the dashboard at https://testgrid.k8s.io.",
    });
  return Object.entries(parseJson(text, where, answer)).map(([name, tab]) => {
    const lastRunAt = instantOfEpoch((tab.last_run_timestamp ?? 0) / 1000);
    const message = tab.alert === "" ? tab.status : `${tab.alert}; ${tab.status}`;
    const isKnown = lastRunAt !== undefined && lastRunAt > "1971";
    return { name, status: tab.overall_status, message, ...(isKnown ? { lastRunAt } : {}) };
  });
}
