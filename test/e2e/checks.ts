/** What every run of the command that fails has in common. */
import { join } from "node:path";
import { expect } from "vitest";
import { run, type Finished, type RunOptions } from "./command.ts";
import { exampleFolder, examplePlan } from "./example.ts";
import { hashesIn } from "./hashes.ts";

/** Whatever goes wrong: words for a person, no results, and no trace of the code. */
export function checkRefusal(
  { code, stdout, stderr }: Finished,
  expected: number,
  said: readonly string[],
): void {
  expect({ code, stdout, stderr }).toEqual({ code: expected, stdout: "", stderr });
  for (const words of said) expect(stderr).toContain(words);
  expect(stderr).toMatch(/^(?:The browser.*\n)?error: /);
  expect(stderr).not.toMatch(/\n +at |node:|This is a bug/);
}

export interface OldOutput {
  /** A folder with the data of the example and an earlier build in `output`. */
  readonly cwd: string;
  /** A build of the example fails with that exit code, says that, and leaves the earlier one as it was. */
  check(
    parameters: readonly string[],
    expected: { readonly code: number; readonly said: readonly string[] },
    options?: Partial<RunOptions>,
  ): Promise<void>;
}

export async function makeOldOutput(): Promise<OldOutput> {
  const cwd = exampleFolder();
  const earlier = ["build", examplePlan, "--as-of", "2020-09-25", "--format", "md,html"];
  const { code, stderr } = await run(earlier, { cwd });
  if (code !== 0) throw new Error(stderr);
  const before = hashesIn(join(cwd, "output"));
  return {
    cwd,
    async check(parameters, expected, options = {}) {
      const finished = await run(["build", examplePlan, ...parameters], { cwd, ...options });
      checkRefusal(finished, expected.code, expected.said);
      expect(hashesIn(join(cwd, "output"))).toEqual(before);
    },
  };
}
