/** Waits between tries, within the time that a run has. */
import { setTimeout } from "node:timers/promises";
import { SourceError } from "../domain/errors.ts";
import type { Pause } from "../ports.ts";

export interface PauseOptions {
  /** Told of each wait before it begins; the seconds are rounded up. */
  onWait(seconds: number, why: string): void;
  /** The machine's own where not given. */
  readonly clock?: Clock;
}

/** Time in milliseconds from any moment on, and chance from 0 to below 1. */
export interface Clock {
  now(): number;
  sleep(ms: number): Promise<unknown>;
  random(): number;
}

/** How long a run may take without its waits, and how long it may wait in all. */
const maxWorkMs = 10 * 60_000;
const maxWaitMs = 15 * 60_000;

const machineClock: Clock = {
  now: () => performance.now(),
  sleep: (ms) => setTimeout(ms),
  random: () => Math.random(),
};

/**
 * The `Pause` of one run, which begins now. Sources wait side by side: time in which several wait counts
 * once. A little is added to each wait, a tenth or up to a second, so that those who were refused together
 * do not come back together.
 */
export function startPause({ onWait, clock = machineClock }: PauseOptions): Pause {
  const start = clock.now();
  let waitedMs = 0;
  /** The end of the last wait; time until then is counted already. */
  let countedUntil = start;
  return async (seconds, why) => {
    const now = clock.now();
    const waitMs = (seconds + clock.random() * Math.max(1, seconds / 10)) * 1000;
    const newMs = Math.max(0, now + waitMs - Math.max(now, countedUntil));
    const pendingMs = Math.max(0, countedUntil - now);
    const workMs = now - start - (waitedMs - pendingMs);
    if (workMs > maxWorkMs || waitedMs + newMs > maxWaitMs) throw outOfTime(seconds, why);
    waitedMs += newMs;
    countedUntil = Math.max(countedUntil, now + waitMs);
    onWait(Math.ceil(waitMs / 1000), why);
    await clock.sleep(waitMs);
  };
}

function outOfTime(seconds: number, why: string): SourceError {
  return new SourceError(`${why}; waiting ${seconds} seconds more is not in this run's time`, {
    code: "out-of-time",
    hint: "Try again later.",
  });
}
