/** Every way in which files and folders change is told, on the real file system. */
import { mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { startWatch, type Place, type Watch } from "../../../src/effects/watch.ts";

let root = "";
let changes = 0;
let watch: Watch;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "release-deck-watch-"));
  changes = 0;
  watch = startWatch(() => (changes += 1));
});

afterEach(() => {
  watch.forgetOthers();
  watch.forgetOthers();
  rmSync(root, { recursive: true, force: true });
});

const inRoot = (path: string) => join(root, path);

/** Looks at the place again, as a build does, and waits until `act` is told of. */
async function check(place: Place, act: () => void): Promise<void> {
  watch.add(place);
  watch.forgetOthers();
  const before = changes;
  act();
  await vi.waitFor(() => expect(changes).toBeGreaterThan(before));
}

test("a file that is made, written, replaced and removed, and made again", async () => {
  const path = inRoot("plan.yaml");
  const file = { path, isFolder: false };
  await check(file, () => writeFileSync(path, "one"));
  await check(file, () => writeFileSync(path, "two"));
  writeFileSync(`${path}.new`, "three");
  await check(file, () => renameSync(`${path}.new`, path));
  await check(file, () => writeFileSync(path, "four"));
  await check(file, () => rmSync(path));
  await check(file, () => writeFileSync(path, "five"));
});

test("a file whose name is a link, where it lies", async () => {
  mkdirSync(inRoot("real"));
  const real = inRoot("real/plan.yaml");
  writeFileSync(real, "one");
  symlinkSync(real, inRoot("plan.yaml"));
  await check({ path: inRoot("plan.yaml"), isFolder: false }, () => writeFileSync(real, "two"));
});

test("a folder that is not there yet, its entries, and the folder that takes its place", async () => {
  const folder = { path: inRoot("a/b"), isFolder: true };
  await check(folder, () => mkdirSync(inRoot("a")));
  await check(folder, () => mkdirSync(inRoot("a/b")));
  await check(folder, () => writeFileSync(inRoot("a/b/one"), ""));
  await check(folder, () => rmSync(inRoot("a/b/one")));
  await check(folder, () => rmSync(inRoot("a"), { recursive: true }));
  mkdirSync(inRoot("a/b"), { recursive: true });
  await check(folder, () => writeFileSync(inRoot("a/b/two"), ""));
});

test("nothing of what was not looked at again, nor of its neighbors", async () => {
  const [kept, left] = ["kept", "left"].map(inRoot) as [string, string];
  mkdirSync(left);
  watch.add({ path: left, isFolder: true });
  watch.forgetOthers();
  watch.add({ path: kept, isFolder: false });
  watch.forgetOthers();
  writeFileSync(join(left, "file"), "");
  writeFileSync(inRoot("neighbor"), "");
  // What is told comes in order: had those been told, it would be by now.
  await check({ path: kept, isFolder: false }, () => mkdirSync(kept));
  expect(changes).toBe(1);
});
