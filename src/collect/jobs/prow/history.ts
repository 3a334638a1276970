/** Older runs of a job, from the pages on which Prow lists them: twenty each, newest first. */
import { z } from "zod";
import { parseInstant } from "../../../calendar.ts";
import { SourceError } from "../../../domain/errors.ts";
import { parseJson } from "../../json.ts";
import type { Attempt } from "../attempts.ts";

export interface HistoryPage {
  readonly prow: string;
  readonly bucket: string;
  /** Below the bucket, e.g. `logs/<job>`. */
  readonly folder: string;
  /** The page begins with this run; the newest where left out. */
  readonly fromId?: string;
}

export function historyAddress({ prow, bucket, folder, fromId }: HistoryPage): string {
  const page = `${prow}/job-history/gs/${bucket}/${folder}`;
  return fromId === undefined ? page : `${page}?buildId=${fromId}`;
}

const builds = z.array(
  z.object({
    ID: z.string().regex(/^\d{1,20}$/),
    SpyglassLink: z.string().optional(),
    Started: z.string(),
    Result: z.string(),
  }),
);

const outcomes: ReadonlyMap<string, Attempt["outcome"]> = new Map([
  ["SUCCESS", "passed"],
  ["FAILURE", "failed"],
  ["ABORTED", "aborted"],
  ["Pending", "running"],
]);

/**
 * The runs on a page. The list is a line of its script and is read as JSON, nothing else of the page
 * is. Throws a SourceError where it is not there in that form.
 */
export function parseHistory(html: string, where: string, prow: string): readonly Attempt[] {
  return parseJson(listIn(html, where), where, builds).flatMap((build) => {
    const startedAt = parseInstant(build.Started);
    if (startedAt === undefined) return [];
    const outcome = outcomes.get(build.Result) ?? "unknown";
    const { ID: id, SpyglassLink: link = "" } = build;
    return [{ id, startedAt, outcome, ...(isPath(link) ? { url: `${prow}${link}` } : {}) }];
  });
}

function listIn(html: string, where: string): string {
  const opening = "var allBuilds =";
  const start = html.indexOf(opening);
  const end = html.indexOf("</script", start);
  if (start !== -1 && end !== -1)
    return html
      .slice(start + opening.length, end)
      .trim()
      .replace(/;$/, "");
  const hint = "Its history is left out; the page may have changed.";
  throw new SourceError(`${where} holds no list of runs`, { code: "malformed", hint });
}

function isPath(link: string): boolean {
  return /^\/view\/\S+$/.test(link);
}
