#!/usr/bin/env node
/** The command's door from its sources: has Node keep what it compiles, before the first module worth keeping is loaded. */
import { enableCompileCache } from "node:module";
import { compiledStore } from "../effects/compiled-store.ts";
import { onNeededNode } from "./needed-node.ts";

process.exitCode = await onNeededNode(async () => {
  const store = compiledStore();
  if (store !== undefined) enableCompileCache(store);
  const { main } = await import("./main.ts");
  return main(process.argv.slice(2));
});
