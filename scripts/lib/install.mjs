/** Brings `node_modules` to the state of the lockfile, and a current Node with it. */
import { spawnSync } from "node:child_process";
import { copyFileSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { withLock } from "./lock.mjs";
import { npm } from "./npm.mjs";
import { root } from "./paths.mjs";
import { chosenNode, installedLock, readyNode } from "./ready.mjs";
import { SetupError } from "./setup-error.mjs";

/** From this major version on Node runs the project, should the packaged one not exist for a platform. */
const oldestMajor = 24;

/**
 * Installs what is missing, once, however many ask at the same time.
 * @returns {Promise<string>} The Node that runs this project.
 */
export function install() {
  return withLock("install", async () => {
    const ready = readyNode();
    if (ready !== undefined) return ready;
    if (!holdsLockfile()) installDependencies();
    const node = answers(packagedNode()) ? packagedNode() : installNode();
    writeFileSync(chosenNode, relative(root, node));
    copyFileSync(join(root, "package-lock.json"), installedLock);
    return node;
  });
}

/** @returns {string} */
function packagedNode() {
  const name = process.platform === "win32" ? "node.exe" : "node";
  return join(root, "node_modules", "node", "bin", name);
}

/**
 * Whether somebody has run `npm ci` already: npm's own record names every package of the lockfile
 * but those that are left out on this platform.
 */
function holdsLockfile() {
  const record = join(root, "node_modules", ".package-lock.json");
  if (!existsSync(record)) return false;
  const present = packagesOf(record);
  return Object.entries(packagesOf(join(root, "package-lock.json"))).every(
    ([path, { version, integrity, optional }]) =>
      path === "" ||
      (present[path] === undefined && optional === true) ||
      (present[path]?.version === version && present[path]?.integrity === integrity),
  );
}

/** @param {string} file */
function packagesOf(file) {
  /** @type {{ packages: Record<string, { version?: string, integrity?: string, optional?: boolean }> }} */
  const { packages } = JSON.parse(readFileSync(file, "utf8"));
  return packages;
}

function installDependencies() {
  process.stderr.write("Installing dependencies (once) …\n");
  npm(["ci", "--ignore-scripts", "--include=dev", "--include=optional"]);
}

/**
 * The npm package `node` fetches the binary for this platform in its install step. That step is the
 * only one that we let run, and by name: `.npmrc` turns all others off.
 * @returns {string}
 */
function installNode() {
  process.stderr.write("Installing Node (once) …\n");
  const current = Number(process.versions.node.split(".")[0]) >= oldestMajor;
  try {
    npm(["rebuild", "node", "--ignore-scripts=false"]);
    if (answers(packagedNode())) return packagedNode();
    throw new SetupError(`The npm package "node" brought no Node that runs on ${platform()}.`);
  } catch (error) {
    if (current) return process.execPath;
    throw error;
  }
}

function platform() {
  return `${process.platform}-${process.arch}`;
}

/** @param {string} node */
function answers(node) {
  return spawnSync(node, ["--version"], { encoding: "utf8" }).stdout?.startsWith("v") ?? false;
}
