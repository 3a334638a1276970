import { mkdtempSync, readdirSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { RenderError } from "../../../src/domain/errors.ts";
import { tryWriting } from "../../../src/effects/writable.ts";

let folder: string;

beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), "release-deck-writable-")));
});
afterEach(() => rmSync(folder, { recursive: true }));

test("a folder that is there, and stays as it is", async () => {
  expect(await tryWriting(folder)).toBe(folder);
  expect(readdirSync(folder)).toEqual([]);
});

test("one that is yet to be made is tried where it would be", async () => {
  expect(await tryWriting(join(folder, "data", "snapshots"))).toBe(folder);
  expect(readdirSync(folder)).toEqual([]);
});

test.each(["file", "file/below"])("%s is no place for files", async (name) => {
  writeFileSync(join(folder, "file"), "");
  await expect(tryWriting(join(folder, name))).rejects.toThrow(RenderError);
});

test("nor is a folder of the system's own", async () => {
  const refused = tryWriting("/proc/self");
  await expect(refused).rejects.toMatchObject({ name: "RenderError", code: "cannot-write" });
});
