/** Writes a new file whole or not at all, never over another. */
import { link, unlink } from "node:fs/promises";
import { dirname } from "node:path";
import { PlanError } from "../domain/errors.ts";
import { diskFailure, isErrno } from "./disk-failure.ts";
import { draftOf, removeAbandonedDrafts } from "./drafts.ts";
import { ensureFolder, syncFolder, writeDurably } from "./durable.ts";

/**
 * See `Files.create`. The bytes are written beside the place under another name, then linked to
 * their own: the link is one step, and unlike a rename it fails where a file stands already. What
 * a killed run left under such another name is removed by the next run that writes into the folder.
 */
export async function createFile(path: string, bytes: Uint8Array): Promise<void> {
  const folder = dirname(path);
  const draft = draftOf(path);
  try {
    await ensureFolder(folder);
    await removeAbandonedDrafts(folder);
    await writeAndLink(draft, path, bytes);
    await syncFolder(folder);
  } catch (error) {
    if (isErrno(error, "EEXIST")) throw exists(path, error);
    throw await diskFailure(path, error, "Nothing that was there before has changed.");
  }
}

async function writeAndLink(draft: string, path: string, bytes: Uint8Array): Promise<void> {
  try {
    await writeDurably(draft, bytes);
    await link(draft, path);
  } catch (error) {
    // On a failing disk this may fail too; the first failure is the one to tell.
    await unlink(draft).catch(() => undefined);
    throw error;
  }
  await unlink(draft);
}

function exists(path: string, cause: unknown): PlanError {
  const hint = "Files of this kind are never replaced. Remove it yourself if it is wrong.";
  return new PlanError(`${path} exists already`, { code: "file-exists", hint, cause });
}
