/** Killed, or refused by the disk, at every single call: the folder holds one whole build. */
import { join } from "node:path";
import { expect, test } from "vitest";
import { nodeFiles } from "../../../src/effects/files.ts";
import {
  buildIn,
  bytesOf,
  filesOf,
  leftoversBeside,
  oldOutput,
  peoplesFiles,
  peoplesFilesIn,
  remove,
} from "./builds.ts";
import { countCalls, hasStrace, pathsOfReplacing, runWriter, type Outcome } from "./strace.ts";

/** Replaces the old build under an injection and hands over what came of it. */
async function underInjection(
  injection: string | undefined,
  check: (outcome: Outcome, folder: string, root: string) => void | Promise<void>,
): Promise<void> {
  const { root, folder } = await oldOutput();
  try {
    await check(await replace(folder, injection), folder, root);
  } finally {
    remove(root);
  }
}

function replace(folder: string, injection: string | undefined): Promise<Outcome> {
  const paths = pathsOfReplacing(folder);
  const log = join(folder, "..", "strace.log");
  const options = injection === undefined ? { paths, log } : { paths, injection };
  return runWriter(["replace", folder, "new"], options);
}

/** Each call that replacing makes, with its number among the calls of that name. */
async function points(): Promise<readonly (readonly [call: string, when: number])[]> {
  let counts: ReadonlyMap<string, number> = new Map();
  await underInjection(undefined, (outcome, folder, root) => {
    expect(outcome.code).toBe(0);
    expect(buildIn(folder)).toBe("new");
    counts = countCalls(join(root, "strace.log"));
  });
  return [...counts].flatMap(([call, count]) =>
    Array.from({ length: count }, (_, index) => [call, index + 1] as const),
  );
}

/** Does all of it, two at a time. */
async function eachOf<T>(all: readonly T[], work: (one: T) => Promise<void>): Promise<void> {
  const queue = [...all];
  const worker = async (): Promise<void> => {
    for (let one = queue.shift(); one !== undefined; one = queue.shift()) await work(one);
  };
  await Promise.all([worker(), worker()]);
}

/** The next call tidies up first, also one that is then refused; the one after it writes as ever. */
async function checkRecovery(folder: string, where: string): Promise<void> {
  const refused = nodeFiles.replaceAll(folder, [{ path: "photos", bytes: bytesOf("") }]);
  await expect(refused).rejects.toThrow("is a folder");
  const found = [buildIn(folder), peoplesFilesIn(folder), leftoversBeside(folder)];
  expect(found, where).toEqual([expect.stringMatching(/^(old|new)$/), peoplesFiles, []]);
  await nodeFiles.replaceAll(folder, filesOf("new"));
  expect([buildIn(folder), peoplesFilesIn(folder)], where).toEqual(["new", peoplesFiles]);
}

test.skipIf(!hasStrace)("killed at every call, it leaves one whole build or none", async () => {
  const found: Record<string, number> = {};
  // Closing changes nothing, so to be killed before it is to be killed before the call after it.
  const all = (await points()).filter(([call]) => call !== "close");
  await eachOf(all, async ([call, when]) => {
    const injection = `${call}:signal=SIGKILL:when=${when}`;
    await underInjection(injection, async ({ code }, folder) => {
      const build = buildIn(folder);
      const whole = expect.stringMatching(/^(old|new|nothing)$/) as string;
      expect([code, build], injection).toEqual(["SIGKILL", whole]);
      found[build] = (found[build] ?? 0) + 1;
      await checkRecovery(folder, injection);
    });
  });
  console.log(`killed at ${all.length} calls; found then`, found);
  expect(found).toMatchObject({ nothing: 1 });
  expect(found["old"]).toBeGreaterThan(10);
  expect(found["new"]).toBeGreaterThan(10);
});

test.skipIf(!hasStrace)("killed again while it recovers, it still loses nothing", async () => {
  const pairs = [2, 3, 5].flatMap((first) => [1, 2, 3].map((second) => [first, second] as const));
  await eachOf(pairs, async ([first, second]) => {
    await underInjection(`rename:signal=SIGKILL:when=${first}`, async ({ code }, folder) => {
      expect(code).toBe("SIGKILL");
      const again = await replace(folder, `rename:signal=SIGKILL:when=${second}`);
      expect(again.code).toBe("SIGKILL");
      expect(buildIn(folder)).toMatch(/^(old|new|nothing)$/);
      await checkRecovery(folder, `${first}, then ${second}`);
    });
  });
});

const words: Readonly<Record<string, string>> = {
  EIO: "i/o error",
  ENOSPC: "no space left on device",
  EROFS: "read-only file system",
};

/** On a disk that fails from one call on, and on those that refuse a kind of call from the first on. */
async function refusals(): Promise<
  readonly (readonly [error: string, call: string, when: number])[]
> {
  const failing = (await points()).map(([call, when]) => ["EIO", call, when] as const);
  const full = ["mkdir", "openat", "write", "fsync"].map((call) => ["ENOSPC", call, 1] as const);
  const locked = ["mkdir", "openat", "rename"].map((call) => ["EROFS", call, 1] as const);
  return [...failing, ...full, ...locked];
}

test.skipIf(!hasStrace)("refused at every call, it says so and leaves what was there", async () => {
  const found: Record<string, number> = {};
  const all = await refusals();
  await eachOf(all, async ([error, call, when]) => {
    const injection = `${call}:error=${error}:when=${when}+`;
    await underInjection(injection, async ({ code, stdout }, folder) => {
      const build = buildIn(folder);
      const expected = code === 0 || stdout.includes("new files are in place") ? "new" : "old";
      const isAside = stdout.includes("the next build puts it back");
      expect(isAside ? [build, "nothing"] : [expected], `${injection} ${stdout}`).toContain(build);
      const reason = code === 0 ? "" : (words[error] ?? "");
      expect([0, 4], injection).toContain(code);
      expect(stdout, injection).toContain(reason);
      found[build] = (found[build] ?? 0) + 1;
      await checkRecovery(folder, injection);
    });
  });
  console.log(`refused at ${all.length} calls; found then`, found);
  expect(found["old"]).toBeGreaterThan(10);
});
