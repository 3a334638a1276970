/** npm as a function. */
import { spawnSync } from "node:child_process";
import { accessSync, constants, existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { cache, root } from "./paths.mjs";
import { SetupError } from "./setup-error.mjs";

/**
 * Runs npm in this checkout, quietly unless it fails: the same npm that called us, where one did.
 * @param {readonly string[]} parameters
 */
export function npm(parameters) {
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
  throw new SetupError(
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
