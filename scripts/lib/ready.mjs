/**
 * What `npm start`, `npm test` and `npm run check` need before they can do their work: the
 * dependencies of the lockfile and a current Node. When all is there this costs two small reads;
 * what installs is imported only when something is missing.
 */
import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { root } from "./paths.mjs";

/** A copy of the lockfile that was installed. Inside node_modules, so that it goes with them. */
export const installedLock = join(root, "node_modules", ".installed-lock.json");

/** The path, relative to the root, of the Node that was chosen when the dependencies were installed. */
export const chosenNode = join(root, "node_modules", ".chosen-node");

/**
 * The Node that runs this project, as an absolute path; installs what is missing first.
 * @returns {Promise<string>}
 */
export async function ensureNode() {
  const ready = readyNode();
  if (ready !== undefined) return ready;
  const { install } = await import("./install.mjs");
  return install();
}

/**
 * The chosen Node where the installed dependencies are those of the lockfile; undefined otherwise.
 * @returns {string | undefined}
 */
export function readyNode() {
  if (!existsSync(installedLock) || !existsSync(chosenNode)) return undefined;
  const lock = readFileSync(join(root, "package-lock.json"));
  if (!lock.equals(readFileSync(installedLock))) return undefined;
  const node = resolve(root, readFileSync(chosenNode, "utf8"));
  return existsSync(node) ? node : undefined;
}
