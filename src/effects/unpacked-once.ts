/** A folder that is filled once and used many times; it is there whole or not at all. */
import { existsSync, lstatSync, mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { rename, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { ensurePrivateFolder } from "./private-folder.ts";

/** A line for each file: its size and its name. Written last: a folder without it is not whole. */
const inventory = "contents.txt";

const leftoverAfterMs = 3_600_000;

/**
 * Whether the folder holds every file with the size that it was given, at the cost of a look at each.
 * Throws a RenderError where somebody else could have written it.
 */
export function isUnpacked(folder: string): boolean {
  if (lstatSync(folder, { throwIfNoEntry: false }) === undefined) return false;
  ensurePrivateFolder(folder);
  try {
    const lines = readFileSync(join(folder, inventory), "utf8").split("\n");
    return lines.every((line) => line === lineOf(folder, line.slice(line.indexOf(" ") + 1)));
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
    await writeFile(join(fresh, inventory), linesOf(fresh).join("\n"));
    if (existsSync(folder) && !isUnpacked(folder)) await rename(folder, damaged);
    await rename(fresh, folder);
  } catch (error) {
    if (!isUnpacked(folder)) throw error;
  } finally {
    await rm(fresh, { recursive: true, force: true });
    await rm(damaged, { recursive: true, force: true });
  }
}

function linesOf(folder: string): readonly string[] {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).toSorted();
  return names.flatMap((name) => lineOf(folder, name) ?? []);
}

/** Undefined for what is not a regular file. */
function lineOf(folder: string, name: string): string | undefined {
  const found = lstatSync(join(folder, name), { throwIfNoEntry: false });
  return found?.isFile() === true ? `${found.size} ${name}` : undefined;
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
