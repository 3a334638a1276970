import { spawnSync } from "node:child_process";
import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import {
  makeTemporaryFolder,
  removeAbandonedFolders,
  removeFolder,
} from "../../../src/effects/temporary-folder.ts";

let parent = "";

beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), "temporary-folder-"));
  vi.stubEnv("TMPDIR", parent);
});
afterEach(() => rmSync(parent, { recursive: true }));

const gone = spawnSync(process.execPath, ["--version"]).pid;

function checkKept(name: string, hoursOld: number, isKept: boolean): void {
  const folder = join(parent, name);
  mkdirSync(folder);
  writeFileSync(join(folder, "file"), "");
  const then = Date.now() / 1000 - hoursOld * 3600;
  utimesSync(folder, then, then);
  removeAbandonedFolders();
  expect([name, existsSync(folder)]).toEqual([name, isKept]);
}

test("a folder is its owner's alone and goes with all that is in it", () => {
  const folder = makeTemporaryFolder();
  expect(lstatSync(folder).mode & 0o777).toBe(0o700);
  writeFileSync(join(folder, "file"), "");
  removeFolder(folder);
  removeFolder(folder);
  expect(existsSync(folder)).toBe(false);
});

test("what is left of a killed process goes after an hour", () => {
  checkKept(`release-deck-${gone}-aaaaaa`, 2, false);
  checkKept(`release-deck-${gone}-bbbbbb`, 0, true);
  checkKept(`release-deck-${process.pid}-aaaaaa`, 2, true);
  checkKept("release-deck-other", 2, true);
  checkKept(`x-release-deck-${gone}-aaaaaa`, 2, true);
});
