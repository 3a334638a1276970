/** A project of a few small files in a folder of its own, judged by this project's own rules. */
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

export const root = join(import.meta.dirname, "..", "..");

/** Disposing it removes it. */
export interface SmallProject extends Disposable {
  readonly folder: string;
}

/** `files` by path; the settings of the tools are copied, the libraries linked. */
export function smallProject(files: Readonly<Record<string, string>>): SmallProject {
  const folder = mkdtempSync(join(tmpdir(), "release-deck-walls-"));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  for (const name of [".dependency-cruiser.mjs", ".oxlintrc.json", "tsconfig.json", "package.json"])
    copyFileSync(join(root, name), join(folder, name));
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
  return { folder, [Symbol.dispose]: () => rmSync(folder, { recursive: true }) };
}
