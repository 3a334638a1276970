/** One process at a time: a lock file that holds the owner's process id. */
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { cache } from "./paths.mjs";

/**
 * Runs `action` while no other process of this checkout runs one under the same name.
 * A lock whose owner is gone is taken over.
 * @template Result
 * @param {string} name
 * @param {() => Promise<Result>} action
 * @returns {Promise<Result>}
 */
export async function withLock(name, action) {
  mkdirSync(cache, { recursive: true });
  const file = join(cache, `${name}.lock`);
  for (let told = false; !take(file); told = true) {
    const owner = ownerOf(file);
    if (owner === undefined || isAlive(owner)) {
      if (!told) process.stderr.write(`Waiting for process ${owner ?? "?"} that holds ${file}\n`);
      await wait(200);
    } else release(file, owner);
  }
  try {
    return await action();
  } finally {
    release(file, process.pid);
  }
}

/**
 * Written whole beside and linked into place: nobody ever reads half a process id.
 * @param {string} file
 * @returns {boolean} Whether the lock is ours now.
 */
function take(file) {
  const own = `${file}.${process.pid}`;
  writeFileSync(own, String(process.pid));
  try {
    linkSync(own, file);
    return true;
  } catch (error) {
    if (codeOf(error) === "EEXIST") return false;
    throw error;
  } finally {
    rmSync(own, { force: true });
  }
}

/**
 * Removes the lock of `owner` and no other: it is moved aside first, and put back when it turns out
 * to be of somebody who was quicker.
 * @param {string} file
 * @param {number} owner
 */
function release(file, owner) {
  const aside = `${file}.aside.${process.pid}`;
  try {
    renameSync(file, aside);
  } catch (error) {
    if (codeOf(error) === "ENOENT") return;
    throw error;
  }
  if (ownerOf(aside) !== owner) linkSync(aside, file);
  rmSync(aside);
}

/**
 * @param {string} file
 * @returns {number | undefined}
 */
function ownerOf(file) {
  try {
    return Number(readFileSync(file, "utf8"));
  } catch {
    return undefined; // Released between our try and our look.
  }
}

/** @param {number} id */
function isAlive(id) {
  try {
    return process.kill(id, 0);
  } catch (error) {
    return codeOf(error) === "EPERM"; // Somebody else's process, but one that lives.
  }
}

/** @param {unknown} error */
function codeOf(error) {
  return error instanceof Error && "code" in error ? error.code : undefined;
}
