import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { isUnpacked, unpackOnce } from "../../../src/effects/unpacked-once.ts";

let parent = "";
let folder = "";

beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), "unpacked-once-"));
  folder = join(parent, "browser-1");
});
afterEach(() => rmSync(parent, { recursive: true }));

/** Writes a program and a library, in two steps between which others may do the same. */
async function fill(fresh: string, program = "program"): Promise<void> {
  writeFileSync(join(fresh, "program"), program);
  await Promise.resolve();
  mkdirSync(join(fresh, "lib"));
  writeFileSync(join(fresh, "lib", "a library"), "");
}

function checkWhole(): void {
  expect(isUnpacked(folder)).toBe(true);
  expect(readFileSync(join(folder, "program"), "utf8")).toBe("program");
  expect(readdirSync(parent)).toEqual(["browser-1"]);
}

test("it is not there before and whole after", async () => {
  expect(isUnpacked(folder)).toBe(false);
  await unpackOnce(folder, fill);
  checkWhole();
});

test("of several at once one stays and all are content", async () => {
  await Promise.all(Array.from({ length: 5 }, () => unpackOnce(folder, fill)));
  checkWhole();
});

test("what fails leaves nothing", async () => {
  const full = new Error("no space");
  const half = async (fresh: string): Promise<void> => {
    await fill(fresh);
    throw full;
  };
  await expect(unpackOnce(folder, half)).rejects.toBe(full);
  expect(readdirSync(parent)).toEqual([]);
});

test("one that was killed half-way is not taken for whole, and is replaced", async () => {
  mkdirSync(folder);
  await fill(folder, "half a pro");
  expect(isUnpacked(folder)).toBe(false);
  await unpackOnce(folder, fill);
  checkWhole();
});

test("a file that was cut, lost or made into something else is noticed and mended", async () => {
  const program = join(parent, "browser-1", "program");
  const harms = [
    () => truncateSync(program, 3),
    () => rmSync(program),
    () => {
      rmSync(program);
      mkdirSync(program);
    },
    () => truncateSync(join(folder, "contents.txt"), 3),
    () => truncateSync(join(folder, "contents.txt"), 0),
  ];
  for (const harm of harms) {
    await unpackOnce(folder, fill);
    harm();
    expect(isUnpacked(folder)).toBe(false);
    await unpackOnce(folder, fill);
    checkWhole();
  }
});

test("what killed processes left goes after an hour; what is being filled stays", async () => {
  const [old, young] = [`${folder}.aaaaaa`, `${folder}.bbbbbb`];
  for (const path of [old, young]) mkdirSync(path);
  const longAgo = Date.now() / 1000 - 7200;
  utimesSync(old, longAgo, longAgo);
  await unpackOnce(folder, fill);
  expect(readdirSync(parent)).toEqual(["browser-1", "browser-1.bbbbbb"]);
});
