/** A folder that is filled once and used many times; it is there whole or not at all. */
import { existsSync, lstatSync, mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { rename, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { ensurePrivateFolder } from "./private-folder.ts";

/** Names every file with its size. Written last: a folder without it is not whole. */
const inventory = "contents.json";

const leftoverAfterMs = 3_600_000;

/**
 * Whether the folder holds every file with the size that it was given, at the cost of a look at each.
 * Throws a RenderError where somebody else could have written it.
 */
export function isUnpacked(folder: string): boolean {
  if (lstatSync(folder, { throwIfNoEntry: false }) === undefined) return false;
  ensurePrivateFolder(folder);
  try {
    const text = readFileSync(join(folder, inventory), "utf8");
    const sizes = Object.entries(JSON.parse(text) as Record<string, number>);
    return sizes.every(([name, size]) => sizeOf(join(folder, name)) === size);
  } catch {
    return false;
  }
}

/**
 * Fills a new folder beside `folder` and renames it. Of two processes at once the faster one's stays;
 * one that is killed leaves only a name that nobody reads, which a later call removes.
 */
export async function unpackOnce(
  folder: string,
  fill: (fresh: string) => Promise<void>,
): Promise<void> {
  removeLeftovers(folder);
  const fresh = mkdtempSync(`${folder}.`);
  const damaged = `${fresh}.old`;
  try {
    await fill(fresh);
    await writeFile(join(fresh, inventory), JSON.stringify(sizesIn(fresh)));
    if (existsSync(folder) && !isUnpacked(folder)) await rename(folder, damaged);
    await rename(fresh, folder);
  } catch (error) {
    if (!isUnpacked(folder)) throw error;
  } finally {
    await rm(fresh, { recursive: true, force: true });
    await rm(damaged, { recursive: true, force: true });
  }
}

function sizesIn(folder: string): Readonly<Record<string, number | undefined>> {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).toSorted();
  // Folders have no size, and JSON leaves out what is undefined.
  return Object.fromEntries(names.map((name) => [name, sizeOf(join(folder, name))]));
}

function sizeOf(path: string): number | undefined {
  const found = lstatSync(path, { throwIfNoEntry: false });
  return found?.isFile() === true ? found.size : undefined;
}

function removeLeftovers(folder: string): void {
  const parent = dirname(folder);
  for (const name of readdirSync(parent)) {
    if (!name.startsWith(`${basename(folder)}.`)) continue;
    const path = join(parent, name);
    const age = Date.now() - (lstatSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Infinity);
    if (age > leftoverAfterMs) rmSync(path, { recursive: true, force: true });
  }
}
