/**
 * Makes `dist/` from `src/cli/main.ts`: one part for each piece that is loaded by itself, so that a
 * subcommand pays only for what it uses, and `src/cli/bundled-bin.ts`, the door that loads them. Nothing
 * stays outside but Node: reading a few files is several times faster than looking through `node_modules`.
 * Not minified: that was measured to bring nothing, and traces stay readable. Fonts and the browser are
 * data, found at run time; so are the templates, compiled here as they are now and anew where somebody has
 * changed them.
 */
import { mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { rolldown } from "rolldown";
import { builtinModules } from "./lib/builtin-modules.mjs";
import { licensesOf } from "./lib/licenses.mjs";
import { root } from "./lib/paths.mjs";
import { precompiledTemplates } from "./lib/precompiled-templates.mjs";

const folder = join(root, "dist");
publish(await bundled());

/**
 * The files of the bundle by name; the entry last.
 * @returns {Promise<ReadonlyMap<string, string | Uint8Array>>}
 */
async function bundled() {
  const parts = await chunksOf(
    {
      input: { main: join(root, "src/cli/main.ts") },
      plugins: [precompiledTemplates],
      // We launch and download no browser ourselves: the part of puppeteer that talks to one is enough,
      // and is loaded in a third of the time.
      resolve: { alias: { puppeteer: "puppeteer-core/lib/puppeteer/puppeteer-core-browser.js" } },
    },
    // Node gives a script, unlike a module, what V8 has compiled of it: see src/effects/bundled-parts.ts.
    { format: "cjs", strict: true, dynamicImportInCjs: false, entryFileNames: "[name]-[hash].cjs" },
  );
  const mainPart = parts.find(({ isEntry }) => isEntry)?.fileName;
  const door = await chunksOf(
    {
      input: { "release-deck": join(root, "src/cli/bundled-bin.ts") },
      plugins: [builtinModules],
      transform: { define: { mainPart: JSON.stringify(mainPart) } },
    },
    { format: "esm", entryFileNames: "[name].js" },
  );
  const modules = parts.flatMap(({ moduleIds }) => moduleIds);
  return new Map([
    ["LICENSES.txt", licensesOf(modules)],
    ...[...parts, ...door].map(({ fileName, code }) => /** @type {const} */ ([fileName, code])),
  ]);
}

/**
 * @param {import("rolldown").InputOptions} input
 * @param {import("rolldown").OutputOptions} format
 * @returns {Promise<readonly import("rolldown").OutputChunk[]>}
 */
async function chunksOf(input, format) {
  // What cannot be resolved is an optional part of a library; our own imports are held by the types.
  const bundle = await rolldown({
    ...input,
    cwd: root,
    platform: "node",
    logLevel: "silent",
    // Ours do nothing by being loaded, so a part needs only what is used of `src/index.ts`: a command
    // other than `build` starts with a quarter less work.
    treeshake: { moduleSideEffects: (id) => !id.startsWith(join(root, "src")) },
  });
  const { output } = await bundle.generate({ ...format, chunkFileNames: "[name]-[hash].cjs" });
  await bundle.close();
  return output.filter((file) => file.type === "chunk");
}

/**
 * Whoever starts the command meanwhile finds either the old entry and its parts or the new: parts are
 * named by their content, the entry comes last, and only then the old parts go.
 * @param {ReadonlyMap<string, string | Uint8Array>} files
 */
function publish(files) {
  mkdirSync(folder, { recursive: true });
  for (const [name, content] of files) {
    const part = join(folder, `.${name}.part`);
    writeFileSync(part, content);
    renameSync(part, join(folder, name));
  }
  for (const name of readdirSync(folder)) if (!files.has(name)) rmSync(join(folder, name));
}
