/** However a process that prints ends, no browser and none of its files outlive it. */
import { fork } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { becomeBrowser, hasSandbox, program } from "../../builders/own-browser.ts";

const script = join(import.meta.dirname, "print-until.ts");
const moments = ["started", "printing", "printed"] as const;
const signals = ["SIGINT", "SIGTERM", "SIGHUP", "SIGKILL"] as const;
const ways = ["exit", "throw", "finish"] as const;

let folder = "";
let browsers: readonly string[] = [];
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "printer-orphans-"));
  // One that gives its sandbox up by itself is gone before it is looked at.
  if (await hasSandbox()) return;
  browsers = [program(folder, "browser", await becomeBrowser("--no-sandbox"))];
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Starts the script, and has it ended once its browser is up. Tells how it ended. */
async function end(moment: string, how: string) {
  const child = fork(script, [moment, ...browsers], {
    env: { ...process.env, TMPDIR: folder },
    silent: true,
  });
  await once(child, "message");
  const browser = groupsOf(child.pid);
  expect(browser).toHaveLength(1);
  const ended = once(child, "exit");
  if (isSignal(how)) child.kill(how);
  else child.send(how);
  const [code, signal] = await ended;
  return { pid: child.pid, browser: browser[0], code, signal };
}

function isSignal(how: string): how is (typeof signals)[number] {
  return how.startsWith("SIG");
}

async function checkNothingLeft(browser: number | undefined): Promise<void> {
  await expect.poll(() => membersOf(browser), { timeout: 3000 }).toEqual([]);
}

describe.skipIf(process.platform !== "linux")("no browser is left", () => {
  for (const moment of moments) {
    for (const how of [...signals, ...ways]) {
      test(`${moment}, then ${how}`, async () => {
        const { pid, browser, code, signal } = await end(moment, how);
        expect({ code, signal }).toEqual(expected(how));
        await checkNothingLeft(browser);
        const own = readdirSync(folder).filter((name) => name.startsWith(`release-deck-${pid}-`));
        // Whoever is killed cannot tidy; a later process does, see the test of temporary folders.
        expect(own).toHaveLength(how === "SIGKILL" ? 1 : 0);
      });
    }
  }
});

function expected(how: string) {
  if (isSignal(how)) return { code: null, signal: how };
  return { code: how === "throw" ? 1 : 0, signal: null };
}

interface Process {
  readonly pid: number;
  readonly state: string;
  readonly parent: number;
  readonly group: number;
}

/** All processes that are at work; what has ended and was not yet noticed by its parent is not. */
function processes(): readonly Process[] {
  return readdirSync("/proc").flatMap((pid) => {
    const fields = /^\d+ \(.*\) (\w) (\d+) (\d+) /s.exec(statOf(pid));
    if (fields === null || fields[1] === "Z" || fields[1] === "X") return [];
    return [
      {
        pid: Number(pid),
        state: fields[1] ?? "",
        parent: Number(fields[2]),
        group: Number(fields[3]),
      },
    ];
  });
}

function statOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/stat`, "utf8");
  } catch {
    return "";
  }
}

function groupsOf(parent: number | undefined): readonly number[] {
  return processes().flatMap((one) => (one.parent === parent ? [one.group] : []));
}

function membersOf(group: number | undefined): readonly Process[] {
  return processes().filter((one) => one.group === group);
}
