/** Runs the writer while strace kills it, or makes the system refuse, at a chosen call. */
import { execFile, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { execPath } from "node:process";
import { promisify } from "node:util";
import { filesOf, peoplesFiles } from "./builds.ts";

const writer = join(import.meta.dirname, "writer.ts");

/** The writer starts some hundred times. */
const compileCache = join(import.meta.dirname, "../../../node_modules/.cache/writer");

/** Calls by which a disk is changed, or found to be failing. */
export const calls = [
  "openat",
  "write",
  "fsync",
  "close",
  "mkdir",
  "chmod",
  "rename",
  "link",
  "unlink",
  "rmdir",
];

export const hasStrace = spawnSync("strace", ["-f", "-e", "trace=none", "true"]).status === 0;

export interface Outcome {
  readonly code: number | string;
  readonly stdout: string;
}

/**
 * Runs the writer with `injection`, e.g. `rename:signal=SIGKILL:when=2`, on calls that name one of
 * `paths`, or on all. One thread does all calls, so that a number means the same call each time.
 */
export async function runWriter(
  args: readonly string[],
  options: {
    readonly paths?: readonly string[];
    readonly injection?: string;
    readonly log?: string;
  },
): Promise<Outcome> {
  const { paths = [], injection, log = "/dev/null" } = options;
  // The faster way of tracing forgets to count the calls before a signal.
  const isKill = injection?.includes("signal=") ?? false;
  const speed = isKill ? [] : ["--seccomp-bpf"];
  const strace = ["-f", "-qq", ...speed, "-o", log, "-e", `trace=${calls.join()}`];
  const inject = injection === undefined ? [] : ["-e", `inject=${injection}`];
  const filter = paths.flatMap((path) => ["-P", path]);
  try {
    const { stdout } = await promisify(execFile)(
      "strace",
      [...strace, ...inject, ...filter, execPath, writer, ...args],
      { env: { UV_THREADPOOL_SIZE: "1", NODE_COMPILE_CACHE: compileCache } },
    );
    return { code: 0, stdout };
  } catch (error) {
    const { code, signal, stdout } = error as {
      code: number | null;
      signal: string;
      stdout: string;
    };
    return { code: code ?? signal, stdout };
  }
}

/** How often each call is made, from a strace log. */
export function countCalls(log: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const [, call = ""] of readFileSync(log, "utf8").matchAll(/^\d+ +(\w+)\(/gm)) {
    counts.set(call, (counts.get(call) ?? 0) + 1);
  }
  return counts;
}

/** All paths that replacing `folder` may name, but for the lock, which another thread opens. */
export function pathsOfReplacing(folder: string): readonly string[] {
  const work = join(folder, "..", ".release-deck", "v1.20");
  const folders = [folder, ...["new", "old", "waste"].map((name) => join(work, name))];
  const names = [
    ...["old", "new"].flatMap((build) => filesOf(build).map(({ path }) => path)),
    ...peoplesFiles.map((path) => path.split("/")[0] ?? path),
    ".release-deck-files",
  ];
  const within = folders.flatMap((place) => names.map((name) => join(place, name)));
  return [
    ...new Set([
      join(folder, ".."),
      join(work, ".."),
      work,
      `${work}.lock-holder`,
      ...folders,
      ...within,
    ]),
  ];
}
