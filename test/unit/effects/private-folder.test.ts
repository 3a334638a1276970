import {
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { RenderError } from "../../../src/domain/errors.ts";
import { ensurePrivateFolder } from "../../../src/effects/private-folder.ts";

let parent = "";
let folder = "";

beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), "private-folder-"));
  folder = join(parent, "mine");
});
afterEach(() => rmSync(parent, { recursive: true }));

function checkRefused(why: string): void {
  expect(() => ensurePrivateFolder(folder)).toThrow(RenderError);
  expect(() => ensurePrivateFolder(folder)).toThrow(why);
}

test("a new folder is open to its owner alone, and is accepted again", () => {
  ensurePrivateFolder(folder);
  expect(lstatSync(folder).mode & 0o777).toBe(0o700);
  ensurePrivateFolder(folder);
});

test("others may read it", () => {
  mkdirSync(folder, { mode: 0o755 });
  ensurePrivateFolder(folder);
  expect(lstatSync(folder).mode & 0o777).toBe(0o755);
});

test("a folder that the group or anybody can write is refused", () => {
  for (const mode of [0o720, 0o702]) {
    mkdirSync(folder);
    chmodSync(folder, mode);
    checkRefused("can be written by others");
    rmSync(folder, { recursive: true });
  }
});

test("a link is refused, wherever it leads", () => {
  mkdirSync(join(parent, "elsewhere"));
  symlinkSync(join(parent, "elsewhere"), folder);
  checkRefused("is not a folder");
});

test("a file is refused", () => {
  writeFileSync(folder, "");
  checkRefused("could not be made");
});

test("a folder of another user is refused", () => {
  mkdirSync(folder);
  const { uid } = lstatSync(folder);
  vi.spyOn(process, "getuid").mockReturnValue(uid + 1);
  checkRefused("belongs to another user");
});

test("a place where anybody can put another folder is refused, unless only owners can rename there", () => {
  chmodSync(parent, 0o777);
  checkRefused("can be written by anybody");
  chmodSync(parent, 0o1777);
  ensurePrivateFolder(folder);
});
