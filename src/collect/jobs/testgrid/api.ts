/** The tabs of a dashboard by TestGrid's JSON API. Fields of no value are left out of its answers. */
import { z } from "zod";
import { parseInstant } from "../../../calendar.ts";
import { parseJson } from "../../json.ts";
import type { Tab } from "./tab.ts";

export function apiAddress(api: string, dashboard: string): string {
  return `${api}/dashboards/${encodeURIComponent(dashboard)}/tab-summaries`;
}

const answer = z.object({
  tab_summaries: z
    .array(
      z.object({
        tab_name: z.string().min(1),
        overall_status: z.string().default(""),
        detailed_status_message: z.string().default(""),
        last_run_timestamp: z.string().default(""),
      }),
    )
    .default([]),
});

/** Throws a SourceError where the answer is malformed. */
export function parseApi(text: string, where: string): readonly Tab[] {
  return parseJson(text, where, answer).tab_summaries.map((tab) => {
    const lastRunAt = parseInstant(tab.last_run_timestamp);
    return {
      name: tab.tab_name,
      status: tab.overall_status,
      message: tab.detailed_status_message,
      ...(lastRunAt === undefined ? {} : { lastRunAt }),
    };
  });
}
