/** Where things stand in this checkout. Absolute paths, symbolic links resolved. */
import { realpathSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = realpathSync(fileURLToPath(new URL("../..", import.meta.url)));

/** What can be made again at any time and is no result: locks, fingerprints, tools' own caches. */
export const cache = join(root, ".cache");

/** The command's entry, as bundled. */
export const command = join(root, "dist", "release-deck.js");
