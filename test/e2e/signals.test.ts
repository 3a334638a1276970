/** A build that is told to end while it prints: it ends by that signal and leaves nothing but what was there. */
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { becomeBrowser, program } from "../builders/own-browser.ts";
import { run, start } from "./command.ts";
import { exampleFolder, examplePlan } from "./example.ts";
import { hashesIn } from "./hashes.ts";

const cwd = exampleFolder();
const temporary = join(cwd, "tmp");
mkdirSync(temporary);
const pid = join(cwd, "browser.pid");
const remember = `echo $$ > '${pid}.new' && mv '${pid}.new' '${pid}'`;
/** One that never answers, so that the build is in the midst of printing for as long as it takes. */
const silent = program(cwd, "silent", [remember, "exec sleep 600"]);
const real = program(cwd, "real", [remember, ...(await becomeBrowser())]);

/** Whether a process is there and no zombie that only waits to be counted. */
function isRunning(id: string): boolean {
  const status = `/proc/${id}/stat`;
  return existsSync(status) && !/^\d+ \(.*\) Z/.test(readFileSync(status, "utf8"));
}

test.each([
  ["SIGINT", "a browser that does not answer", silent],
  ["SIGTERM", "a browser that does not answer", silent],
  ["SIGHUP", "a browser that does not answer", silent],
  ["SIGINT", "the real browser", real],
  ["SIGTERM", "the real browser", real],
] as const)("%s while %s prints", async (signal, _, browser) => {
  expect((await run(["build", examplePlan, "--format", "md"], { cwd })).code).toBe(0);
  const before = hashesIn(join(cwd, "output"));
  rmSync(pid, { force: true });
  const { process: build, finished } = start(["build", examplePlan, "--browser", browser], {
    cwd,
    environment: { TMPDIR: temporary },
  });
  const id = await vi.waitFor(() => readFileSync(pid, "utf8").trim(), { timeout: 20_000 });
  build.kill(signal);
  expect(await finished).toMatchObject({ code: signal, stdout: "" });
  await vi.waitFor(() => expect(isRunning(id)).toBe(false));
  expect(readdirSync(temporary)).toEqual([]);
  expect(hashesIn(join(cwd, "output"))).toEqual(before);
});
