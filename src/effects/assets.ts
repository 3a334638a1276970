/** The templates and fonts that are shipped beside the code, from a checkout or from the published package. */
import { readdir, readFile } from "node:fs/promises";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { RenderError } from "../domain/errors.ts";
import type { Assets } from "../ports.ts";

const require = createRequire(import.meta.url);

/** Reads each file once, however many decks it is for. Throws a RenderError for one that it cannot read. */
export function nodeAssets(): Assets {
  let templates: Promise<ReadonlyMap<string, string>> | undefined;
  const fonts = new Map<string, Promise<string>>();
  return {
    templates: () => (templates ??= readTemplates()),
    font(name) {
      const font = fonts.get(name) ?? readFont(name);
      fonts.set(name, font);
      return font;
    },
  };
}

/** The folders that hold templates; for whoever wants to know when one changes. */
export function templateFolders(): readonly string[] {
  const folder = templateFolder();
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const folders = entries.filter((entry) => entry.isDirectory());
  return [folder, ...folders.map(({ parentPath, name }) => join(parentPath, name))];
}

function templateFolder(): string {
  return join(packageFolder(import.meta.dirname), "templates");
}

async function readTemplates(): Promise<ReadonlyMap<string, string>> {
  const folder = templateFolder();
  try {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    const files = entries.filter((entry) => entry.isFile());
    const paths = files.map(({ parentPath, name }) => join(parentPath, name)).toSorted();
    const texts = await Promise.all(paths.map((path) => readFile(path, "utf8")));
    return new Map(paths.map((path, at) => [relativeTo(folder, path), texts[at] ?? ""]));
  } catch (cause) {
    throw unreadable(`the templates in ${folder} cannot be read`, cause);
  }
}

async function readFont(name: string): Promise<string> {
  try {
    return await readFile(require.resolve(`@fontsource/${name}`), "base64");
  } catch (cause) {
    throw unreadable(`the font file @fontsource/${name} cannot be read`, cause);
  }
}

/** The same name on every system: with `/`, below the folder. */
function relativeTo(folder: string, path: string): string {
  return path.slice(folder.length + 1).replaceAll("\\", "/");
}

/** The folder of this project's package.json, from any folder inside it. */
function packageFolder(start: string): string {
  for (let folder = start; ; folder = dirname(folder)) {
    const manifest = join(folder, "package.json");
    if (existsSync(manifest) && isOurs(readFileSync(manifest, "utf8"))) return folder;
    if (folder === dirname(folder)) throw unreadable(`no package.json above ${start}`);
  }
}

function isOurs(manifest: string): boolean {
  const { name } = JSON.parse(manifest) as { readonly name?: unknown };
  return name === "release-deck";
}

function unreadable(what: string, cause?: unknown): RenderError {
  return new RenderError(what, {
    code: "assets-unreadable",
    hint: "Install release-deck again: npm ci",
    cause,
  });
}
