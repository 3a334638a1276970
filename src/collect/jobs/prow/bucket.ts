/** The newest run of a job by the result files that it left in a storage bucket, however old. */
import { z } from "zod";
import { instantOfEpoch } from "../../../calendar.ts";
import { SourceError } from "../../../domain/errors.ts";
import type { CiRun } from "../../../domain/facts.ts";
import type { CollectContext } from "../../contract.ts";
import { parseJson } from "../../json.ts";
import { readWeb } from "../../read-web.ts";
import type { Attempt } from "../attempts.ts";

const storage = "https://storage.googleapis.com";
const maxBytes = 1024 * 1024;

type Net = Pick<CollectContext, "web" | "pause">;

export interface StoredJob {
  /** Address of the Prow instance, on whose pages a run is shown. */
  readonly prow: string;
  readonly bucket: string;
  readonly name: string;
}

export interface StoredRun {
  /** Where the job's runs are listed, below the bucket. */
  readonly folder: string;
  /** Undefined where its files do not tell when it began. */
  readonly attempt?: Attempt;
}

/** Periodics and postsubmits keep their runs by job; those of presubmits lie by pull request, with a directory. */
export const folderOf = {
  byJob: (name: string) => `logs/${name}`,
  directory: (name: string) => `pr-logs/directory/${name}`,
} as const;

/** Undefined where the bucket does not know the job. Throws a SourceError as `readWeb`, or for malformed files. */
export async function latestStored(net: Net, job: StoredJob): Promise<StoredRun | undefined> {
  for (const folder of [folderOf.byJob(job.name), folderOf.directory(job.name)]) {
    const id = await latestId(net, `${storage}/${job.bucket}/${folder}/latest-build.txt`);
    if (id === undefined) continue;
    const isListed = folder === folderOf.directory(job.name);
    const own = `${job.bucket}/${folder}/${id}`;
    const path = isListed ? await listedPath(net, `${storage}/${own}.txt`) : own;
    const run = path === undefined ? undefined : await runAt(net, path);
    return run === undefined
      ? { folder }
      : { folder, attempt: { id, ...run, url: `${job.prow}/view/gs/${path}` } };
  }
  return undefined;
}

async function latestId(net: Net, url: string): Promise<string | undefined> {
  const text = (await readIfThere(net, url))?.trim();
  if (text === undefined || /^\d{1,20}$/.test(text)) return text;
  throw new SourceError(`${url} does not name a run`, { code: "malformed" });
}

/** The file of a presubmit's run says where it lies: `gs://bucket/folder`. */
async function listedPath(net: Net, url: string): Promise<string | undefined> {
  const text = (await readIfThere(net, url))?.trim();
  if (text === undefined) return undefined;
  const [, path] = /^gs:\/\/(\w[\w.-]*(?:\/\w[\w.-]*)+)\/?$/.exec(text) ?? [];
  if (path !== undefined) return path;
  throw new SourceError(`${url} does not say where the run lies`, { code: "malformed" });
}

const started = z.object({ timestamp: z.number() });
const ended = z.object({ passed: z.boolean().optional(), result: z.string().optional() });

async function runAt(
  net: Net,
  path: string,
): Promise<Pick<Attempt, "startedAt" | "outcome"> | undefined> {
  const folder = `${storage}/${path}`;
  const begin = await readIfThere(net, `${folder}/started.json`);
  if (begin === undefined) return undefined;
  const { timestamp } = parseJson(begin, `${folder}/started.json`, started);
  const startedAt = instantOfEpoch(timestamp);
  if (startedAt === undefined) return undefined;
  const end = await readIfThere(net, `${folder}/finished.json`);
  return { startedAt, outcome: outcomeOf(end, `${folder}/finished.json`) };
}

const results: ReadonlyMap<string, CiRun["state"]> = new Map([
  ["SUCCESS", "passed"],
  ["FAILURE", "failed"],
  ["ABORTED", "aborted"],
]);

/** Without the file it is still running, or was lost. What it says twice must agree. */
function outcomeOf(text: string | undefined, where: string): Attempt["outcome"] {
  if (text === undefined) return "running";
  const { passed, result } = parseJson(text, where, ended);
  if (result === undefined && passed !== undefined) return passed ? "passed" : "failed";
  const outcome = results.get(result ?? "") ?? "unknown";
  const agrees = passed === undefined || passed === (outcome === "passed");
  return agrees ? outcome : "unknown";
}

async function readIfThere(net: Net, url: string): Promise<string | undefined> {
  try {
    return (await readWeb(net, { url, maxBytes })).text;
  } catch (error) {
    if (error instanceof SourceError && error.code === "not-found") return undefined;
    throw error;
  }
}
