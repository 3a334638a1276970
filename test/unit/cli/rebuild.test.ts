import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { rebuilder } from "../../../src/cli/preview/rebuild.ts";

let running = 0;
let most = 0;
let done = 0;

/** A build that takes a second. */
async function build(): Promise<void> {
  running += 1;
  most = Math.max(most, running);
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  running -= 1;
  done += 1;
}

beforeEach(() => {
  vi.useFakeTimers();
  [running, most, done] = [0, 0, 0];
});

afterEach(() => vi.useRealTimers());

test("a burst of changes is one build", async () => {
  const change = rebuilder(build);
  for (let count = 0; count < 10; count += 1) change();
  await vi.runAllTimersAsync();
  expect([done, most]).toEqual([1, 1]);
});

test("changes while it builds are one build more, after it", async () => {
  const change = rebuilder(build);
  change();
  await vi.advanceTimersByTimeAsync(500);
  expect(running).toBe(1);
  for (let count = 0; count < 10; count += 1) {
    change();
    await vi.advanceTimersByTimeAsync(40);
  }
  await vi.runAllTimersAsync();
  expect([done, most]).toEqual([2, 1]);
});

test("changes that never end do not hold it up", async () => {
  const change = rebuilder(build);
  for (let count = 0; count < 400; count += 1) {
    change();
    await vi.advanceTimersByTimeAsync(10);
  }
  expect(done).toBeGreaterThan(2);
});
