#!/usr/bin/env node
/** The command's door from its sources: has Node keep what it compiles, before the first module worth keeping is loaded. */
import { enableCompileCache } from "node:module";
import { join } from "node:path";
import { cacheHome } from "../effects/cache-home.ts";
import { ensurePrivateFolder } from "../effects/private-folder.ts";
import { exitCodes } from "./exit-codes.ts";

process.exitCode = isNodeTooOld() ? refused() : await run();

/** The least that `engines` in package.json asks for. */
function isNodeTooOld(): boolean {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  return major < 22 || (major === 22 && minor < 19);
}

function refused(): number {
  const found = process.versions.node;
  process.stderr.write(`error: release-deck needs Node 22.19 or later; this is Node ${found}\n`);
  process.stderr.write("  get a current one from https://nodejs.org\n");
  return exitCodes.plan.code;
}

async function run(): Promise<number> {
  keepCompiledCode();
  const { main } = await import("./main.ts");
  return main(process.argv.slice(2));
}

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
