/**
 * Makes `dist/` from `src/cli/bin.ts`: one file for each part that is loaded by itself, so that a
 * subcommand pays only for what it uses. Nothing stays outside but Node: reading a few files is several
 * times faster than looking through `node_modules`. Not minified: with the compile cache that was
 * measured to bring nothing, and traces stay readable. Fonts and the browser are data, found at run time;
 * so are the templates, compiled here as they are now and anew where somebody has changed them.
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
  const bundle = await rolldown({
    input: { "release-deck": join(root, "src/cli/bin.ts") },
    cwd: root,
    platform: "node",
    // What cannot be resolved is an optional part of a library; our own imports are held by the types.
    logLevel: "silent",
    plugins: [precompiledTemplates, builtinModules],
    // We launch and download no browser ourselves: the part of puppeteer that talks to one is enough,
    // and is loaded in a third of the time.
    resolve: { alias: { puppeteer: "puppeteer-core/lib/puppeteer/puppeteer-core-browser.js" } },
  });
  const { output } = await bundle.generate({
    format: "esm",
    entryFileNames: "[name].js",
    chunkFileNames: "[name]-[hash].js",
  });
  await bundle.close();
  const chunks = output.filter((file) => file.type === "chunk");
  const modules = chunks.flatMap(({ moduleIds }) => moduleIds);
  return new Map([
    ["LICENSES.txt", licensesOf(modules)],
    ...chunks.toReversed().map(({ fileName, code }) => /** @type {const} */ ([fileName, code])),
  ]);
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
