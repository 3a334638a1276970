/** Brings `node_modules` to the state of the lockfile, and a current Node with it. */
import { spawnSync } from "node:child_process";
import {
  accessSync,
  constants,
  copyFileSync,
  existsSync,
  readFileSync,
  writeFileSync,
} from "node:fs";
import { dirname, join, relative } from "node:path";
import { withLock } from "./lock.mjs";
import { cache, root } from "./paths.mjs";
import { chosenNode, installedLock, readyNode } from "./ready.mjs";

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
    throw new Error(`The npm package "node" brought no Node that runs on ${platform()}.`);
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

/**
 * Quiet unless it fails.
 * @param {readonly string[]} parameters
 */
function npm(parameters) {
  const { npm_node_execpath: node, npm_execpath: script } = process.env;
  const viaNpm = node !== undefined && script !== undefined && existsSync(node);
  const [program, first] = viaNpm ? [node, [script]] : ["npm", []];
  const cacheFolder = writableCache();
  const ended = spawnSync(program, [...first, ...parameters, "--loglevel=error", ...cacheFolder], {
    cwd: root,
    encoding: "utf8",
    shell: !viaNpm && process.platform === "win32",
  });
  if (ended.status === 0) return;
  process.stderr.write(`${ended.stdout ?? ""}${ended.stderr ?? ""}`);
  throw new Error(
    `npm ${parameters.join(" ")} failed${reason(ended)}. Mend what npm says above and try again.`,
  );
}

/** @param {import("node:child_process").SpawnSyncReturns<string>} ended */
function reason(ended) {
  if (ended.error !== undefined) return ` (${ended.error.message})`;
  return ended.signal === null ? ` (exit code ${ended.status})` : ` (${ended.signal})`;
}

/**
 * npm keeps what it fetched in the home folder. Where that cannot be written, as in many containers,
 * it goes into the checkout instead.
 * @returns {readonly string[]}
 */
function writableCache() {
  const home = process.env["npm_config_cache"];
  if (home === undefined || isWritable(home)) return [];
  return [`--cache=${join(cache, "npm")}`];
}

/**
 * @param {string} folder Perhaps not there yet: then the nearest one above it counts.
 * @returns {boolean}
 */
function isWritable(folder) {
  if (!existsSync(folder)) return folder !== dirname(folder) && isWritable(dirname(folder));
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
