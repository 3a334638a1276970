import { expect, test } from "vitest";
import { SourceError } from "../../../src/domain/errors.ts";
import { startPause } from "../../../src/effects/pause.ts";

const why = "https://example.org/ answered 502";
const minute = 60;

/** A clock that stands still but for `advance`, and whose sleep ends when it is told to. */
function aRun(random = 0) {
  let seconds = 0;
  const slept: number[] = [];
  const told: string[] = [];
  const clock = {
    now: () => seconds * 1000,
    sleep: async (ms: number) => void slept.push(ms / 1000),
    random: () => random,
  };
  const pause = startPause({ onWait: (wait, reason) => told.push(`${wait}: ${reason}`), clock });
  return { pause, slept, told, advance: (more: number) => (seconds += more) };
}

async function checkRefused(run: ReturnType<typeof aRun>, seconds: number): Promise<void> {
  const before = run.slept.length;
  const error = await run.pause(seconds, why).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(SourceError);
  expect(error).toMatchObject({ code: "out-of-time" });
  expect(String(error)).toContain(why);
  expect(run.slept).toHaveLength(before);
}

test.each([
  ["as long as asked", 0, 20, 20],
  ["up to a second more", 0.5, 4, 4.5],
  ["up to a tenth more where that is longer", 0.5, 100, 105],
])("waits %s, and says so before", async (_, random, asked, expected) => {
  const { pause, slept, told } = aRun(random);
  await pause(asked, why);
  expect(slept).toEqual([expected]);
  expect(told).toEqual([`${Math.ceil(expected)}: ${why}`]);
});

test("refuses at once a wait that is longer than all waits may be", async () => {
  await checkRefused(aRun(), 15 * minute + 1);
});

test("refuses when the waits of a run add up to a quarter of an hour", async () => {
  const run = aRun();
  for (let waits = 0; waits < 3; waits += 1) {
    await run.pause(5 * minute, why);
    run.advance(5 * minute);
  }
  expect(run.slept).toHaveLength(3);
  await checkRefused(run, 1);
});

test("refuses after ten minutes of work; its own waits are none", async () => {
  const run = aRun();
  await run.pause(6 * minute, why);
  run.advance(6 * minute);
  run.advance(10 * minute);
  await run.pause(1, why);
  run.advance(2);
  await checkRefused(run, 1);
});

test("time in which several wait counts once", async () => {
  const run = aRun();
  for (let sources = 0; sources < 5; sources += 1) await run.pause(10 * minute, why);
  expect(run.slept).toHaveLength(5);
  run.advance(5 * minute);
  await run.pause(10 * minute, why);
  await checkRefused(run, 10 * minute + 1);
});

test("the machine's own clock waits no less than asked", async () => {
  const told: number[] = [];
  const start = performance.now();
  await startPause({ onWait: (seconds) => told.push(seconds) })(0.001, why);
  expect(performance.now() - start).toBeGreaterThanOrEqual(0.9);
  expect(told).toEqual([1]);
});
