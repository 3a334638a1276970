/** A lock on a path that one process at a time holds, and that no killed process can leave behind. */
import { access, constants, readFile, rm, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { dirname } from "node:path";
import { pid } from "node:process";
import type { DatabaseSync } from "node:sqlite";
import { setTimeout } from "node:timers/promises";
import { RenderError } from "../domain/errors.ts";
import { reasonOf } from "./disk-failure.ts";

const retryMs = 50;

/**
 * Does `work` while holding the lock at `path`; waits for up to `patienceMs` while another holds it,
 * then throws a RenderError that names who. The lock is SQLite's on an empty database: the only one
 * in Node's own library that the operating system releases however its holder dies, so there are no
 * stale locks to tell from live ones. The empty file stays: removing it would let two in at once.
 */
export async function withLock(
  lock: { readonly path: string; readonly patienceMs: number },
  work: () => Promise<void>,
): Promise<void> {
  const database = await acquire(lock.path, lock.patienceMs);
  try {
    await writeFile(holderOf(lock.path), `process ${pid} on ${hostname()}`);
    await work();
  } finally {
    // Only who waits for this lock reads it, so a rest does no harm.
    await rm(holderOf(lock.path), { force: true }).catch(() => undefined);
    database.close();
  }
}

async function acquire(path: string, patienceMs: number): Promise<DatabaseSync> {
  for (let waited = 0; ; waited += retryMs) {
    const database = await tryToLock(path);
    if (database !== undefined) return database;
    if (waited >= patienceMs) throw await held(path, patienceMs);
    await setTimeout(retryMs);
  }
}

async function tryToLock(path: string): Promise<DatabaseSync | undefined> {
  const { DatabaseSync } = await import("node:sqlite");
  let database: DatabaseSync | undefined;
  try {
    database = new DatabaseSync(path);
    // The write, which is never committed, is refused where SQLite could open the file for reading only.
    database.exec("PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE; PRAGMA user_version = 1");
    return database;
  } catch (error) {
    database?.close();
    if (isBusy(error)) return undefined;
    // SQLite keeps the system's reason to itself; asking again gives it.
    await access(dirname(path), constants.W_OK | constants.X_OK);
    throw unlockable(path, error);
  }
}

function unlockable(path: string, cause: unknown): RenderError {
  return new RenderError(`cannot lock ${path}: ${reasonOf(cause)}`, {
    code: "cannot-lock",
    hint: "Remove that file if no other run is writing there. Nothing was written.",
    cause,
  });
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && "errcode" in error && error.errcode === 5;
}

async function held(path: string, patienceMs: number): Promise<RenderError> {
  const holder = await readFile(holderOf(path), "utf8").catch(() => "another process");
  const seconds = Math.round(patienceMs / 1000);
  return new RenderError(`another run (${holder}) has held ${path} for over ${seconds} seconds`, {
    code: "locked",
    hint: "Wait until it has ended, or end it, and try again. Nothing was written.",
  });
}

/** Where a waiting process can read who it waits for. */
function holderOf(path: string): string {
  return `${path}-holder`;
}
