/** Reads files and folders that people name, whatever lies there. */
import { constants } from "node:fs";
import { open, readdir, type FileHandle } from "node:fs/promises";
import { PlanError } from "../domain/errors.ts";
import { isErrno, reasonOf } from "./disk-failure.ts";

/** For files that do not say how large they are. */
const smallestRead = 64 * 1024;

/** See `Files.readText`. */
export async function readText(path: string, maxBytes: number): Promise<string | undefined> {
  const bytes = await readBytes(path, maxBytes);
  return bytes === undefined ? undefined : decode(path, bytes);
}

/**
 * See `Files.readBytes`. Symbolic links are followed: a plan mounted into a container is one. Opening
 * never waits for a writer, so a FIFO is refused instead of hanging.
 */
export async function readBytes(path: string, maxBytes: number): Promise<Uint8Array | undefined> {
  const file = await openExisting(path);
  if (file === undefined) return undefined;
  try {
    return await readAtMost(file, path, maxBytes);
  } catch (error) {
    throw error instanceof PlanError ? error : unreadable(path, error);
  } finally {
    await file.close();
  }
}

/** See `Files.list`. */
export async function list(folder: string): Promise<readonly string[]> {
  try {
    const names = await readdir(folder, { encoding: "buffer" });
    return names.toSorted((left, right) => Buffer.compare(left, right)).map(String);
  } catch (error) {
    if (isErrno(error, "ENOENT")) return [];
    throw unreadable(folder, error);
  }
}

async function openExisting(path: string): Promise<FileHandle | undefined> {
  try {
    return await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  } catch (error) {
    if (isErrno(error, "ENOENT") || isErrno(error, "ENOTDIR")) return undefined;
    throw unreadable(path, error);
  }
}

async function readAtMost(file: FileHandle, path: string, maxBytes: number): Promise<Uint8Array> {
  const found = await file.stat();
  if (!found.isFile()) throw refused(path, "is not a regular file", "Name a file.");
  if (found.size > maxBytes) throw tooLarge(path, maxBytes);
  const parts: Uint8Array[] = [];
  // One byte more than allowed tells a file that has grown since, or that never says its size.
  for (let left = maxBytes + 1; left > 0;) {
    const wanted = Math.min(left, Math.max(found.size + 1, smallestRead));
    const { bytesRead, buffer } = await file.read(new Uint8Array(wanted));
    if (bytesRead === 0) return Buffer.concat(parts);
    parts.push(buffer.subarray(0, bytesRead));
    left -= bytesRead;
  }
  throw tooLarge(path, maxBytes);
}

function decode(path: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw refused(path, "is not UTF-8 text", "Save it again with the encoding UTF-8.");
  }
}

function tooLarge(path: string, maxBytes: number): PlanError {
  const limit = `${Math.floor(maxBytes / 1024)} KiB`;
  return refused(path, `is larger than ${limit}`, "Is it the right file? Make it smaller if so.");
}

function unreadable(path: string, cause: unknown): PlanError {
  const hint = "Check the name and the rights of it.";
  return new PlanError(`cannot read ${path}: ${reasonOf(cause)}`, {
    code: "cannot-read",
    hint,
    cause,
  });
}

function refused(path: string, why: string, hint: string): PlanError {
  return new PlanError(`${path} ${why}`, { code: "cannot-read", hint });
}
