/** Folders that only this user may write, for programs that will be run from there. */
import { lstatSync, mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { RenderError } from "../domain/errors.ts";

const writableByOthers = 0o022;
const writableByAll = 0o002;
const sticky = 0o1000;

/**
 * Makes the folder with mode 0700 where there is none. Throws a RenderError where somebody else owns
 * it, could write into it or could put another in its place: whoever can, decides what we run.
 */
export function ensurePrivateFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch (cause) {
    throw refused(folder, "could not be made", cause);
  }
  const { mode } = lstatSync(dirname(folder));
  if ((mode & writableByAll) !== 0 && (mode & sticky) === 0) {
    throw refused(dirname(folder), "can be written by anybody");
  }
  const found = lstatSync(folder);
  if (!found.isDirectory()) throw refused(folder, "is not a folder (a link does not count)");
  if (found.uid !== process.getuid?.()) throw refused(folder, "belongs to another user");
  if ((found.mode & writableByOthers) !== 0) throw refused(folder, "can be written by others");
}

function refused(folder: string, why: string, cause?: unknown): RenderError {
  return new RenderError(`The folder for the browser, ${folder}, ${why}.`, {
    code: "browser-folder",
    hint: "Remove it, or name another place of your own in XDG_CACHE_HOME, or pass --browser.",
    cause,
  });
}
