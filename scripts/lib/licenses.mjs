/** The licenses of what is bundled: most of them ask that their text goes with every copy. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

/**
 * One text for all packages that the modules come from, sorted by name.
 * Throws for a package without a license file: then somebody has to look.
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
 * @returns {string} The folder of the package's own package.json: some have nameless ones further down.
 */
function packageFolder(module) {
  const folder = dirname(module);
  const manifest = join(folder, "package.json");
  return existsSync(manifest) && nameOf(folder) !== undefined ? folder : packageFolder(folder);
}

/** @param {string} folder */
function nameOf(folder) {
  /** @type {{ name?: string, version?: string }} */
  const { name, version } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  return name === undefined || version === undefined ? undefined : `${name} ${version}`;
}

/** @param {string} folder */
function license(folder) {
  const file = readdirSync(folder).find((name) => /^licen[cs]e/i.test(name));
  if (file === undefined) throw new Error(`${folder} has no license file`);
  return `${nameOf(folder)}\n\n${readFileSync(join(folder, file), "utf8").trim()}\n`;
}
