/** Folders for the lifetime of this process, and what is left of processes that were killed. */
import { lstatSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const name = /^release-deck-(?<pid>\d+)-\w{6}$/;
const abandonedAfterMs = 3_600_000;

/** A new folder, mode 0700, whose name says which process it belongs to. */
export function makeTemporaryFolder(): string {
  return mkdtempSync(join(tmpdir(), `release-deck-${process.pid}-`));
}

/** Removes a folder and all in it, also while a dying process still writes there. */
export function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 10 });
}

/**
 * Removes this user's folders whose process is gone and that nobody has touched for an hour: a process
 * that we cannot see, in another container that shares the folder, may still be at work.
 */
export function removeAbandonedFolders(): void {
  for (const entry of readdirSync(tmpdir())) {
    const pid = Number(name.exec(entry)?.groups?.["pid"]);
    const folder = join(tmpdir(), entry);
    if (!Number.isNaN(pid) && !isRunning(pid) && isOldAndOurs(folder)) removeFolder(folder);
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

function isOldAndOurs(folder: string): boolean {
  const found = lstatSync(folder, { throwIfNoEntry: false });
  if (found?.isDirectory() !== true || found.uid !== process.getuid?.()) return false;
  return Date.now() - found.mtimeMs > abandonedAfterMs;
}
