/** What every run of the command that fails has in common. */
import { expect } from "vitest";
import type { Finished } from "./command.ts";

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
