/**
 * What every script needs before it can do its work: the dependencies of the lockfile, a current
 * Node and, for the command, its bundle. When all is there this costs a few small reads; the modules
 * that install and bundle are loaded only when something is missing.
 */
import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { isBundleFresh } from "./fingerprint.mjs";
import { root } from "./paths.mjs";
import { giveUp } from "./setup-error.mjs";

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
  return install().catch(giveUp);
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

/**
 * Brings `dist/` up to date.
 * @param {string} node The Node that runs this project.
 */
export async function ensureBundle(node) {
  if (isBundleFresh()) return;
  const { bundle } = await import("./bundle.mjs");
  await bundle(node).catch(giveUp);
}
