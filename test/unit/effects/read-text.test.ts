import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { PlanError } from "../../../src/domain/errors.ts";
import { nodeFiles } from "../../../src/effects/files.ts";
import { remove } from "./builds.ts";

const root = mkdtempSync(join(tmpdir(), "release-deck-read-"));

beforeAll(() => {
  mkdirSync(join(root, "folder"));
  writeFileSync(join(root, "plan.yaml"), "\ufeffgoal: 发布\r\n");
  writeFileSync(join(root, "latin1.yaml"), Buffer.from("caf\xe9", "latin1"));
  writeFileSync(join(root, "large.yaml"), "x".repeat(1025));
  symlinkSync("plan.yaml", join(root, "link.yaml"));
  symlinkSync("loop.yaml", join(root, "loop.yaml"));
  symlinkSync("nowhere.yaml", join(root, "dangling.yaml"));
  execFileSync("mkfifo", [join(root, "fifo.yaml")]);
});

afterAll(() => remove(root));

async function check(name: string, expected: string | undefined): Promise<void> {
  expect(await nodeFiles.readText(join(root, name), 1024)).toBe(expected);
}

async function checkRefused(path: string, expected: string): Promise<void> {
  const error: unknown = await nodeFiles.readText(path, 1024).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(PlanError);
  expect(error).toMatchObject({ code: "cannot-read", hint: expect.stringMatching(/./) as string });
  expect((error as PlanError).message).toContain(path);
  expect((error as PlanError).message).toContain(expected);
}

test("the text of a file, also through a link, as it stands there", async () => {
  await check("plan.yaml", "\ufeffgoal: 发布\r\n");
  await check("link.yaml", "\ufeffgoal: 发布\r\n");
});

test("a file that is not there is no error", async () => {
  await check("none.yaml", undefined);
  await check("dangling.yaml", undefined);
  await check("plan.yaml/none.yaml", undefined);
});

test("what is no file is refused and does not hang", async () => {
  await checkRefused(join(root, "folder"), "is not a regular file");
  await checkRefused(join(root, "fifo.yaml"), "is not a regular file");
  await checkRefused("/dev/zero", "is not a regular file");
  await checkRefused(join(root, "loop.yaml"), "too many symbolic links");
});

test("a large file is refused, also one that does not say how large it is", async () => {
  await checkRefused(join(root, "large.yaml"), "is larger than 1 KiB");
  await checkRefused("/proc/cpuinfo", "is larger than 1 KiB");
});

test("text in another encoding is refused", async () => {
  await checkRefused(join(root, "latin1.yaml"), "is not UTF-8 text");
});

test("names in a folder are sorted by code point; no folder has no names", async () => {
  for (const name of ["Z", "a", "10", "9", "é", "\u{1f600}", "\uff5e"]) {
    writeFileSync(join(root, "folder", name), "");
  }
  const names = ["10", "9", "Z", "a", "é", "\uff5e", "\u{1f600}"];
  expect(await nodeFiles.list(join(root, "folder"))).toEqual(names);
  expect(await nodeFiles.list(join(root, "none"))).toEqual([]);
  await expect(nodeFiles.list(join(root, "plan.yaml"))).rejects.toThrow("not a directory");
});
