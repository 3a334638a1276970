/** A program of the tests in one folder: what is started a hundred times starts several times faster so. */
import { basename, join } from "node:path";
import { rolldown } from "rolldown";

/** Gives the path of the program; `folder` is filled with it and its parts. */
export async function bundled(entry: string, folder: string): Promise<string> {
  const bundle = await rolldown({ input: entry, platform: "node", logLevel: "silent" });
  await bundle.write({ dir: folder, format: "esm", entryFileNames: "[name].mjs" });
  await bundle.close();
  return join(folder, `${basename(entry, ".ts")}.mjs`);
}
