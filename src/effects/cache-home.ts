/** Where what can be had again at any time is kept for this user. */
import { homedir } from "node:os";
import { join } from "node:path";

/** This program's folder among the user's caches; it need not be there yet. */
export function cacheHome(): string {
  return join(process.env["XDG_CACHE_HOME"] || join(homedir(), ".cache"), "release-deck");
}
