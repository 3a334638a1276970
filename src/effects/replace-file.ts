/** Puts a file in the place of another, whole or not at all. */
import { rename, unlink } from "node:fs/promises";
import { dirname } from "node:path";
import { diskFailure } from "./disk-failure.ts";
import { draftOf, removeAbandonedDrafts } from "./drafts.ts";
import { ensureFolder, syncFolder, writeDurably } from "./durable.ts";

/**
 * See `Rewriting.replace`. The bytes are written beside the place under another name, then renamed to
 * their own, which is one step. What a killed run left under such another name is removed by the next
 * run that writes into the folder.
 */
export async function replaceFile(path: string, bytes: Uint8Array): Promise<void> {
  const folder = dirname(path);
  const draft = draftOf(path);
  try {
    await ensureFolder(folder);
    await removeAbandonedDrafts(folder);
    await writeDurably(draft, bytes);
    await rename(draft, path);
    await syncFolder(folder);
  } catch (error) {
    await unlink(draft).catch(() => undefined);
    throw await diskFailure(path, error, "What was there before is unchanged.");
  }
}
