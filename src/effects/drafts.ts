/** Files that are not whole yet, under names by which a later run knows whose they are. */
import { randomUUID } from "node:crypto";
import { readdir, stat, unlink } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { kill, pid, uptime } from "node:process";
import { isErrno } from "./disk-failure.ts";

/** A new name beside a path, for what is to stand there once it is whole. */
export function draftOf(path: string): string {
  return join(dirname(path), `.${basename(path)}.${pid}-${randomUUID().slice(0, 8)}.tmp`);
}

/** Removes what killed runs have left in a folder. Others may write there, and tidy, at the same time. */
export async function removeAbandonedDrafts(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const owner = /^\..+\.(\d+)-[0-9a-f]{8}\.tmp$/.exec(name)?.[1];
    if (owner !== undefined) await removeAbandoned(join(folder, name), Number(owner));
  }
}

async function removeAbandoned(draft: string, owner: number): Promise<void> {
  try {
    if (await isAbandoned(draft, owner)) await unlink(draft);
  } catch (error) {
    // Whole by now, or removed by another.
    if (!isErrno(error, "ENOENT")) throw error;
  }
}

/** Its process is gone; or has this one's number, which in a container they all have, and wrote before it began. */
async function isAbandoned(draft: string, owner: number): Promise<boolean> {
  if (owner !== pid) return !isRunning(owner);
  const { mtimeMs } = await stat(draft);
  return mtimeMs < Date.now() - uptime() * 1000 - 1000;
}

function isRunning(owner: number): boolean {
  try {
    return kill(owner, 0);
  } catch (error) {
    return !isErrno(error, "ESRCH");
  }
}
