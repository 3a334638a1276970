/**
 * Takes Node's own modules in the bundle by `process.getBuiltinModule`. An `import` of one asks for each of
 * its exports, and so loads what stands behind those that nobody uses: streams, terminals, workers.
 */

/** For the bundler. @type {import("rolldown").Plugin} */
export const builtinModules = {
  name: "builtin-modules",
  renderChunk: (code) => code.replaceAll(builtinImport, taken),
};

/** As the bundler writes it: `import fs, { join as join$1 } from "node:fs";`, either part or both. */
const builtinImport = /^import (?:(\w[\w$]*)(?:, )?)?(\{.*\})? ?from "(node:[\w/]+)";$/gm;

/**
 * @param {string} _
 * @param {string | undefined} whole The name of the default export, which is the module.
 * @param {string | undefined} names
 * @param {string} module
 */
function taken(_, whole, names, module) {
  const parts = [whole, names?.replaceAll(" as ", ": ")].filter((part) => part !== undefined);
  // `process` itself may be among the names.
  const taking = `globalThis.process.getBuiltinModule("${module}")`;
  return parts.map((part) => `const ${part} = ${taking};`).join(" ");
}
