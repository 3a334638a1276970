/** Turns what the operating system says when a write fails into an error that a person can act on. */
import { statfs } from "node:fs/promises";
import { dirname } from "node:path";
import { getSystemErrorMessage } from "node:util";
import { RenderError } from "../domain/errors.ts";

/** Whether a system call failed, and with that code where one is given. */
export function isErrno(error: unknown, code?: string): error is NodeJS.ErrnoException {
  if (!(error instanceof Error && "errno" in error && "code" in error)) return false;
  return code === undefined || error.code === code;
}

/** The reason in words, e.g. `no space left on device`. */
export function reasonOf(error: unknown): string {
  if (isErrno(error)) return getSystemErrorMessage(error.errno ?? 0);
  return error instanceof Error ? error.message : String(error);
}

/**
 * A RenderError that says what could not be written, why, at which file, how much space is left where
 * that matters, and what became of what was there before (`aftermath`). An error that is already one passes.
 */
export async function diskFailure(
  place: string,
  cause: unknown,
  aftermath: string,
): Promise<RenderError> {
  if (cause instanceof RenderError) return cause;
  const path = (isErrno(cause) ? cause.path : undefined) ?? place;
  const file = path === place ? "" : ` (${path})`;
  const message = `could not write ${place}: ${reasonOf(cause)}${file}`;
  const hint = `${await remedy(cause, path)} ${aftermath}`;
  return new RenderError(message, { code: "cannot-write", hint, cause });
}

async function remedy(cause: unknown, path: string): Promise<string> {
  switch (isErrno(cause) ? (cause.code ?? "") : "") {
    case "ENOSPC":
    case "EDQUOT":
      return `Make room or choose another disk${await freeSpace(path)}.`;
    case "EROFS":
    case "EACCES":
    case "EPERM":
      return "Choose a folder that you may write to, or give yourself the right to.";
    case "EBUSY":
      return "Close the programs that have files of it open.";
    default:
      return "Mend this and try again.";
  }
}

async function freeSpace(path: string): Promise<string> {
  try {
    const { bavail, bsize } = await statfs(path);
    return `: ${Math.floor((bavail * bsize) / 1024)} KiB are free there`;
  } catch {
    // What could not be written is gone by now; the folder that it was to lie in may be as well.
    return path === dirname(path) ? "" : freeSpace(dirname(path));
  }
}
