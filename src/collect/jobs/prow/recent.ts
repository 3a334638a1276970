/** What Prow itself holds of a job: its runs of the last 48 hours. */
import { z } from "zod";
import { parseInstant } from "../../../calendar.ts";
import { parseJson } from "../../json.ts";
import type { Attempt } from "../attempts.ts";

/** Left out of the answer, which stays large enough without them. */
const omitted = "annotations,labels,decoration_config,pod_spec";

/** Every run of every job of two days is in one answer. */
export const maxRecentBytes = 128 * 1024 * 1024;

export interface Recent {
  readonly attempts: readonly Attempt[];
  /** `periodic`, `presubmit`…; undefined where the job has not run. */
  readonly type?: string;
}

/** There is no filter by job: the answer holds all. */
export function recentAddress(prow: string): string {
  return `${prow}/prowjobs.js?omit=${omitted}`;
}

/** Prow answers `{}` after an error of its own, which is not the same as no runs: `items` must be there. */
const answer = z.object({ items: z.array(z.unknown()) });

const prowJob = z.object({
  metadata: z.object({ name: z.string().min(1).max(200) }),
  spec: z.object({ job: z.string(), type: z.string().optional() }),
  status: z.object({
    startTime: z.string().optional(),
    state: z.string().optional(),
    url: z.string().optional(),
    build_id: z.string().optional(),
  }),
});

/** The runs of one job in an answer from `recentAddress`. Throws a SourceError where it is malformed. */
export function parseRecent(text: string, where: string, name: string): Recent {
  const { items } = parseJson(text, where, answer);
  const jobs = items.flatMap((item) => {
    const { data } = prowJob.safeParse(item, { jitless: true });
    return data?.spec.job === name ? [data] : [];
  });
  const type = jobs[0]?.spec.type;
  return { attempts: jobs.flatMap(attemptOf), ...(type === undefined ? {} : { type }) };
}

const outcomes: ReadonlyMap<string, Attempt["outcome"]> = new Map([
  ["success", "passed"],
  ["failure", "failed"],
  ["error", "failed"],
  ["aborted", "aborted"],
  ["pending", "running"],
  ["triggered", "running"],
  ["scheduling", "running"],
]);

/** Nothing for what has not started. */
function attemptOf({ metadata, status }: z.infer<typeof prowJob>): readonly Attempt[] {
  const startedAt = parseInstant(status.startTime ?? "");
  if (startedAt === undefined) return [];
  const { url = "", build_id: id = "" } = status;
  return [
    {
      id: id === "" ? metadata.name : id,
      startedAt,
      outcome: outcomes.get(status.state ?? "") ?? "unknown",
      ...(/^https?:\/\/\S+$/.test(url) ? { url } : {}),
    },
  ];
}
