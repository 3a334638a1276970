/** Runs a poster while strace kills it at a call that changes the disk. */
import { execFile } from "node:child_process";
import { execPath } from "node:process";
import { promisify } from "node:util";

/** Calls by which files and folders come to be, and that Node does not make by itself. */
const calls = ["mkdir", "fsync", "link", "unlink", "rename"];

/** One thread does all calls, so that a number means the same call each time. */
const environment = { PATH: process.env["PATH"] ?? "", UV_THREADPOOL_SIZE: "1" };

/**
 * Calls `round` for a kill at the first, second, third… of each kind of call, until a run comes to its
 * end unkilled; gives how many were killed. `round` gives what `runTraced` does.
 */
export async function killAtEveryCall(
  round: (injection: string) => Promise<number | string>,
): Promise<number> {
  let killed = 0;
  for (const call of calls) {
    for (let when = 1; ; when += 1) {
      const end = await round(`${call}:signal=SIGKILL:when=${when}`);
      if (end === 0) break;
      if (end !== "SIGKILL") throw new Error(`the poster ended with ${end}`);
      killed += 1;
    }
  }
  return killed;
}

/** Gives the exit code, or the signal that ended it. */
export async function runTraced(
  program: readonly string[],
  { injection, cwd }: { readonly injection: string; readonly cwd: string },
): Promise<number | string> {
  const strace = ["-f", "-qq", "-o", "/dev/null", "-e", `trace=${calls.join()}`];
  const command = [...strace, "-e", `inject=${injection}`, execPath, ...program];
  try {
    await promisify(execFile)("strace", command, { env: environment, cwd });
    return 0;
  } catch (error) {
    const { code, signal } = error as { code: number | null; signal: string };
    return code ?? signal;
  }
}
