#!/usr/bin/env node
/** The command's door from its sources: has Node keep what it compiles, before the first module worth keeping is loaded. */
import { enableCompileCache } from "node:module";
import { join } from "node:path";
import { cacheHome } from "../effects/cache-home.ts";
import { ensurePrivateFolder } from "../effects/private-folder.ts";
import { onNeededNode } from "./needed-node.ts";

process.exitCode = await onNeededNode(async () => {
  keepCompiledCode();
  const { main } = await import("./main.ts");
  return main(process.argv.slice(2));
});

/** What lies in the cache is run as code, so it must be ours alone; without it every start compiles anew. */
function keepCompiledCode(): void {
  try {
    const folder = join(cacheHome(), "compiled");
    ensurePrivateFolder(folder);
    enableCompileCache(folder);
  } catch {
    // A slower start is no reason to tell anybody.
  }
}
