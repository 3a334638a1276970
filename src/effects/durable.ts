/** Writes that are on the disk, not only in memory, once they have returned. */
import { open } from "node:fs/promises";
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
