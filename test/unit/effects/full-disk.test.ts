/** Disks that are full or read-only, made of memory; needs the right to mount. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, statfsSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeEach, expect, test } from "vitest";
import { nodeFiles } from "../../../src/effects/files.ts";
import {
  bytesOf,
  buildIn,
  filesOf,
  oldOutput,
  peoplesFiles,
  peoplesFilesIn,
  remove,
} from "./builds.ts";

const disk = mkdtempSync(join(tmpdir(), "release-deck-disk-"));
const canMount = mount("-t", "tmpfs", "-o", "size=128k", "none", disk) && unmount();

let folder = "";

function mount(...args: readonly string[]): boolean {
  return spawnSync("mount", args).status === 0;
}

function unmount(): boolean {
  return spawnSync("umount", [disk]).status === 0;
}

beforeEach(async () => {
  if (!canMount) return;
  mount("-t", "tmpfs", "-o", "size=128k", "none", disk);
  ({ folder } = await oldOutput(disk));
});

afterEach(() => {
  if (canMount) unmount();
});

afterAll(() => remove(disk));

/** The write fails with words and a hint that hold `expected`, and the folder is as it was. */
async function check(write: Promise<void>, message: string, hint: string): Promise<void> {
  await expect(write).rejects.toMatchObject({
    name: "RenderError",
    message: expect.stringContaining(message) as string,
    hint: expect.stringContaining(hint) as string,
  });
  expect([buildIn(folder), peoplesFilesIn(folder)]).toEqual(["old", peoplesFiles]);
}

test.skipIf(!canMount)("a build that is too large for the disk", async () => {
  const large = [...filesOf("new"), { path: "deck.pdf", bytes: new Uint8Array(200_000) }];
  const write = nodeFiles.replaceAll(folder, large);
  await check(write, `could not write ${folder}: no space left on device`, "KiB are free there");
  await nodeFiles.replaceAll(folder, filesOf("new"));
  expect(buildIn(folder)).toBe("new");
});

test.skipIf(!canMount)("a disk that is full to the last byte", async () => {
  const { bavail, bsize } = statfsSync(disk);
  writeFileSync(join(disk, "filler"), new Uint8Array(bavail * bsize));
  const write = nodeFiles.replaceAll(folder, filesOf("new"));
  await check(write, "no space left on device", "0 KiB are free there");
  const other = nodeFiles.create(join(disk, "snapshots", "new.json"), bytesOf("{}"));
  await check(other, "new.json: no space left on device", "0 KiB are free there");
});

test.skipIf(!canMount)("a disk that is read-only", async () => {
  mount("-o", "remount,ro", disk);
  const write = nodeFiles.replaceAll(folder, filesOf("new"));
  await check(write, "read-only file system", "that you may write to");
  const first = nodeFiles.replaceAll(join(disk, "other", "v1.21"), filesOf("new"));
  await check(first, "read-only file system", "that you may write to");
});
