/** Writes that are on the disk, not only in memory, once they have returned. */
import { mkdir, open, stat } from "node:fs/promises";
import { dirname } from "node:path";
import { platform } from "node:process";
import { isErrno } from "./disk-failure.ts";

/** Writes a file that must not exist yet. After a failure part of it may remain. */
export async function writeDurably(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, "wx");
  try {
    await file.writeFile(bytes);
    await file.sync();
  } catch (error) {
    // The system call knew only a number for the file.
    if (isErrno(error)) error.path = path;
    throw error;
  } finally {
    await file.close();
  }
}

/**
 * Makes a folder and those that it lies in, where they are missing. Node's own recursive `mkdir`
 * tells "no such file" where the disk is read-only or failing.
 */
export async function ensureFolder(path: string): Promise<void> {
  const refusal = await makeFolder(path);
  if (refusal === undefined) return;
  const parent = dirname(path);
  if (!isErrno(refusal, "ENOENT") || parent === path) throw refusal;
  // Where the parent is there now, somebody else has made it meanwhile.
  if (!(await isFolder(parent))) await ensureFolder(parent);
  const lastRefusal = await makeFolder(path);
  if (lastRefusal !== undefined) throw lastRefusal;
}

/** Gives why there is no such folder afterwards; undefined: there is. */
function makeFolder(path: string): Promise<Error | undefined> {
  return mkdir(path).then(
    () => undefined,
    async (error: Error) => ((await isFolder(path)) ? undefined : error),
  );
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}

/** Makes names that were added, moved or removed in a folder last. Windows does so by itself and refuses to be asked. */
export async function syncFolder(path: string): Promise<void> {
  if (platform === "win32") return;
  const folder = await open(path, "r");
  try {
    await folder.sync();
  } catch (error) {
    if (isErrno(error)) error.path = path;
    throw error;
  } finally {
    await folder.close();
  }
}
