/** Builds to write into a folder, what is found of them there, and what people put beside them. */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { nodeFiles } from "../../../src/effects/files.ts";

/** Artifacts of a build by its name: the old one has a PDF that the others lack, and no HTML. */
const artifacts: Readonly<Record<string, readonly string[]>> = {
  old: ["deck.md", "deck.pdf", "manifest.json"],
  new: ["deck.html", "deck.md", "manifest.json"],
};

export const peoplesFiles = ["notes.txt", "photos/first.txt"];

export function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

export function filesOf(build: string): readonly { path: string; bytes: Uint8Array }[] {
  return (artifacts[build] ?? []).map((path) => ({ path, bytes: bytesOf(`${build} ${path}`) }));
}

/** A fresh output folder `v1.20` that holds the old build and files of people. */
export async function oldOutput(within = tmpdir()): Promise<{ root: string; folder: string }> {
  const root = mkdtempSync(join(within, "release-deck-test-"));
  const folder = join(root, "v1.20");
  await nodeFiles.replaceAll(folder, filesOf("old"));
  mkdirSync(join(folder, "photos"));
  for (const path of peoplesFiles) writeFileSync(join(folder, path), path);
  return { root, folder };
}

export function remove(root: string): void {
  rmSync(root, { recursive: true, force: true });
}

/** `old`, `new` or `nothing`; anything else is said as it is found: a list of name and content. */
export function buildIn(folder: string): string {
  if (!existsSync(folder)) return "nothing";
  const people = new Set(peoplesFiles.map((path) => path.split("/")[0]));
  const found = readdirSync(folder)
    .filter((name) => !name.startsWith(".") && !people.has(name))
    .map((name) => `${name}=${readFileSync(join(folder, name), "utf8")}`);
  const isBuild = (build: string) =>
    found.join() ===
    filesOf(build)
      .map(({ path }) => `${path}=${build} ${path}`)
      .join();
  return Object.keys(artifacts).find(isBuild) ?? found.join();
}

/** What people put into the folder and is there unchanged. */
export function peoplesFilesIn(folder: string): readonly string[] {
  return peoplesFiles.filter((path) => {
    const place = join(folder, path);
    return existsSync(place) && readFileSync(place, "utf8") === path;
  });
}

/** What of a call's own work is left beside the folder. */
export function leftoversBeside(folder: string): readonly string[] {
  return readdirSync(join(folder, "..", ".release-deck")).filter((name) => !name.endsWith(".lock"));
}
