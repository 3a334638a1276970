/** Whether files could be written into a folder, there or not yet there. */
import { existsSync } from "node:fs";
import { mkdtemp, rmdir } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { diskFailure, isErrno } from "./disk-failure.ts";

/**
 * Tries it, in the folder or the nearest one above it that is there, and leaves nothing behind. Gives
 * the folder that it tried. Throws a RenderError that says what the disk refused.
 */
export async function tryWriting(folder: string): Promise<string> {
  for (let place = resolve(folder); ; place = dirname(place)) {
    try {
      await rmdir(await mkdtemp(join(place, ".release-deck-")));
      return place;
    } catch (error) {
      // A disk that refuses may say "no such file" as well.
      const isMissing = isErrno(error, "ENOENT") && !existsSync(place);
      if (!isMissing) throw await diskFailure(place, error, "Nothing was written.");
    }
  }
}
