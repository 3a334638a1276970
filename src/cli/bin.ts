#!/usr/bin/env node
/** The command's door: has Node keep what it compiles, before the first module worth keeping is loaded. */
import { mkdirSync, statSync } from "node:fs";
import { enableCompileCache } from "node:module";
import { homedir } from "node:os";
import { join } from "node:path";

const folder = compileCacheFolder();
if (folder !== undefined) enableCompileCache(folder);

const { main } = await import("./main.ts");
process.exitCode = await main(process.argv.slice(2));

/**
 * A folder that only this user may write, since what lies in it is run as code. Undefined where there
 * can be none; then every start compiles anew.
 */
function compileCacheFolder(): string | undefined {
  const caches = process.env["XDG_CACHE_HOME"] || join(homedir(), ".cache");
  const own = join(caches, "release-deck", "compiled");
  try {
    mkdirSync(own, { recursive: true, mode: 0o700 });
    const { uid, mode } = statSync(own);
    const isOurs =
      process.getuid === undefined || (uid === process.getuid() && (mode & 0o022) === 0);
    return isOurs ? own : undefined;
  } catch {
    return undefined;
  }
}
