/** The licenses of what is bundled: most of them ask that their text goes with every copy. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

/**
 * One text for all packages that the modules come from, sorted by name.
 * @param {readonly string[]} modules Absolute paths; those outside `node_modules` are our own.
 * @returns {string}
 */
export function licensesOf(modules) {
  const folders = new Set(modules.filter(isForeign).map(packageFolder));
  return [...folders].map(license).toSorted().join("\n\n");
}

/** @param {string} module */
function isForeign(module) {
  return /[\\/]node_modules[\\/]/.test(module);
}

/**
 * @param {string} module
 * @returns {string} The folder of its package: the nearest with a manifest that has a name and a version.
 */
function packageFolder(module) {
  const folder = dirname(module);
  return manifestIn(folder)?.version === undefined ? packageFolder(folder) : folder;
}

/**
 * @param {string} folder
 * @returns {{ name?: string, version?: string, license?: string } | undefined}
 */
function manifestIn(folder) {
  const file = join(folder, "package.json");
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : undefined;
}

/** @param {string} folder */
function license(folder) {
  const { name, version, license: kind } = manifestIn(folder) ?? {};
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
  const text = file === undefined ? "" : `\n${readFileSync(join(folder, file), "utf8").trim()}\n`;
  return `${name} ${version}, license ${kind}\n${text}`;
}
