import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { withLock } from "../../../scripts/lib/lock.mjs";
import { cache } from "../../../scripts/lib/paths.mjs";

const name = `test-${process.pid}`;
const file = join(cache, `${name}.lock`);

afterEach(() => rmSync(file, { force: true }));

test("one after the other, in whatever order they came", async () => {
  const events: string[] = [];
  const job = (id: string) => async (): Promise<void> => {
    events.push(`${id} begins`);
    await new Promise((resolve) => setImmediate(resolve));
    events.push(`${id} ends`);
  };
  await Promise.all([withLock(name, job("a")), withLock(name, job("b"))]);
  expect(events).toHaveLength(4);
  expect([events[0]?.[0], events[2]?.[0]]).toEqual([events[1]?.[0], events[3]?.[0]]);
});

test("gives what the action gives, and holds our process id meanwhile", async () => {
  const owner = await withLock(name, () => Promise.resolve(readFileSync(file, "utf8")));
  expect(owner).toBe(String(process.pid));
  expect(existsSync(file)).toBe(false);
});

test("is released when the action fails", async () => {
  const failing = withLock(name, () => Promise.reject(new Error("no")));
  await expect(failing).rejects.toThrow("no");
  expect(existsSync(file)).toBe(false);
});

test("the lock of a process that is gone is taken over", async () => {
  const gone = spawnSync(process.execPath, ["--version"]).pid;
  mkdirSync(cache, { recursive: true });
  writeFileSync(file, String(gone));
  expect(await withLock(name, () => Promise.resolve("ours"))).toBe("ours");
});
