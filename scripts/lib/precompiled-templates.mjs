/** Compiles the templates into the bundle, where filling them needs no compiler. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { precompileTemplate } from "../../src/render/template-compiler.ts";
import { root } from "./paths.mjs";

const folder = join(root, "templates");
const replaced = join(root, "src", "render", "precompiled-templates.ts");

/** For the bundler. @type {import("rolldown").Plugin} */
export const precompiledTemplates = {
  name: "precompiled-templates",
  load: (id) => (id === replaced ? moduleOfTemplates() : null),
};

/** Like the module that it replaces, with an entry for each template. */
function moduleOfTemplates() {
  const paths = readdirSync(folder, { recursive: true, encoding: "utf8" });
  const entries = paths.filter((path) => path.endsWith(".hbs")).map(entry);
  return `export const precompiled = new Map([${entries.join(",\n")}]);`;
}

/** @param {string} path */
function entry(path) {
  const name = path.replaceAll("\\", "/");
  const text = readFileSync(join(folder, path), "utf8");
  const program = precompileTemplate(name, text);
  return `[${JSON.stringify(name)}, { text: ${JSON.stringify(text)}, program: ${program} }]`;
}
