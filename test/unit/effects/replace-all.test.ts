/** What replacing a folder's files does while nothing breaks: who wins, what stays, what is refused. */
import { execFile } from "node:child_process";
import { chmodSync, mkdirSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { execPath, pid } from "node:process";
import { promisify } from "node:util";
import { afterEach, beforeEach, expect, test } from "vitest";
import { RenderError } from "../../../src/domain/errors.ts";
import { withLock } from "../../../src/effects/lock.ts";
import { replaceAll } from "../../../src/effects/replace-all.ts";
import {
  buildIn,
  filesOf,
  leftoversBeside,
  oldOutput,
  peoplesFiles,
  peoplesFilesIn,
  remove,
} from "./builds.ts";

let root = "";
let folder = "";

beforeEach(async () => {
  ({ root, folder } = await oldOutput());
});

afterEach(() => remove(root));

async function checkRefused(expected: string, patienceMs?: number): Promise<void> {
  const error: unknown = await replaceAll(folder, filesOf("new"), patienceMs).catch(
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(RenderError);
  expect((error as RenderError).message).toContain(expected);
}

function checkFolder(expected: string): void {
  const found = [buildIn(folder), peoplesFilesIn(folder), leftoversBeside(folder)];
  expect(found).toEqual([expected, peoplesFiles, []]);
}

test("a build takes the place of the one before; files of people stay", async () => {
  checkFolder("old");
  await replaceAll(folder, filesOf("new"));
  checkFolder("new");
  await replaceAll(folder, filesOf("old"));
  checkFolder("old");
});

test("the folder keeps its rights", async () => {
  chmodSync(folder, 0o750);
  await replaceAll(folder, filesOf("new"));
  expect(statSync(folder).mode & 0o777).toBe(0o750);
});

test("many builds at once, in one process and in several: one of them, whole", async () => {
  const writer = join(import.meta.dirname, "writer.ts");
  const builds = ["old", "new", "old", "new"];
  const others = builds.map((build) =>
    promisify(execFile)(execPath, [writer, "replace", folder, build]),
  );
  const own = [...builds, ...builds].map((build) => replaceAll(folder, filesOf(build)));
  await Promise.all([...others, ...own]);
  expect(["old", "new"]).toContain(buildIn(folder));
  checkFolder(buildIn(folder));
});

test("who waits too long for another build is told whose it is", async () => {
  const path = join(root, ".release-deck", "v1.20.lock");
  await withLock({ path, patienceMs: 0 }, () =>
    checkRefused(`another run (process ${pid} on ${hostname()})`, 0),
  );
  checkFolder("old");
});

test("a lock that is no lock is refused", async () => {
  const path = join(root, ".release-deck", "v1.20.lock");
  writeFileSync(path, "no database, and long enough to look at".repeat(100));
  await checkRefused(`cannot lock ${path}: file is not a database`);
  checkFolder("old");
});

test("a folder in the place of a file is left alone", async () => {
  mkdirSync(join(folder, "deck.html"));
  await checkRefused("deck.html is a folder");
});

test("a file or a link in the place of the folder is left alone", async () => {
  rmSync(folder, { recursive: true });
  writeFileSync(folder, "mine");
  await checkRefused("v1.20 is not a folder");
  rmSync(folder);
  mkdirSync(join(root, "elsewhere"));
  symlinkSync("elsewhere", folder);
  await checkRefused("v1.20 is not a folder");
});
