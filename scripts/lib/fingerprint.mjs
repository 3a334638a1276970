/** Tells whether `dist/` was made from the sources as they are, by their sizes and times of change. */
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { cache, command, root } from "./paths.mjs";

/** What the bundle was made from. Beside the bundle, not in it: `dist/` is what is published. */
export const bundledFrom = join(cache, "bundled-from");

const inputs = ["src", "templates", "package-lock.json", "scripts/bundle.mjs"];

/** Whether the bundle is there and nothing has changed since. */
export function isBundleFresh() {
  if (!existsSync(command) || !existsSync(bundledFrom)) return false;
  return readFileSync(bundledFrom, "utf8") === fingerprint();
}

/** One line a file. */
export function fingerprint() {
  return inputs.flatMap(stamps).join("\n");
}

/**
 * @param {string} path Relative to the root.
 * @returns {readonly string[]}
 */
function stamps(path) {
  const found = statSync(join(root, path));
  if (!found.isDirectory()) return [`${path} ${found.size} ${found.mtimeMs}`];
  return readdirSync(join(root, path)).flatMap((name) => stamps(`${path}/${name}`));
}
