/**
 * Makes the scripts that run in a reader's browser from their sources, one file each: `node
 * scripts/browser.mjs`. They are kept beside the templates, so that a page has the same bytes whether
 * it is made by the sources or by the bundle.
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { rolldown } from "rolldown";
import { root } from "./lib/paths.mjs";

/** The folders below `browser/`, each with a `main.ts`. */
const names = ["present", "preview"];

/**
 * The scripts as they should stand in `templates/`, by file name.
 * @returns {Promise<ReadonlyMap<string, string>>}
 */
export async function browserScripts() {
  const scripts = names.map(
    async (name) => /** @type {const} */ ([`${name}.js`, await made(name)]),
  );
  return new Map(await Promise.all(scripts));
}

/** @param {string} name */
async function made(name) {
  const input = join(root, "browser", name, "main.ts");
  const bundle = await rolldown({ input, cwd: root, platform: "browser" });
  const { output } = await bundle.generate({ format: "esm", minify: true });
  await bundle.close();
  const [{ code }] = output;
  if (/<\/script|<!--/i.test(code)) throw new Error(`${name}: the script would end its element`);
  return code;
}

if (import.meta.main) {
  for (const [name, text] of await browserScripts()) {
    writeFileSync(join(root, "templates", name), text);
    console.log(`${name}: ${text.length} bytes`);
  }
}
