/** Where compiled code is kept for the next start. */
import { join } from "node:path";
import { cacheHome } from "./cache-home.ts";
import { ensurePrivateFolder } from "./private-folder.ts";

/** What lies there is run as code, so it must be this user's alone; undefined where it cannot be. */
export function compiledStore(): string | undefined {
  try {
    const folder = join(cacheHome(), "compiled");
    ensurePrivateFolder(folder);
    return folder;
  } catch {
    // A slower start is no reason to tell anybody.
    return undefined;
  }
}
