/** Whether files could be written into a folder, there or not yet there. */
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
      const mayBeAbove = isErrno(error, "ENOENT") && place !== dirname(place);
      if (!mayBeAbove) throw await diskFailure(place, error, "Nothing was written.");
    }
  }
}
