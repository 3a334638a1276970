#!/usr/bin/env node
/** The bundled command's door: loads its main part, and in the end keeps what V8 has compiled of all. */
import { bundledParts } from "../effects/bundled-parts.ts";
import { compiledStore } from "../effects/compiled-store.ts";
import type * as Main from "./main.ts";
import { onNeededNode } from "./needed-node.ts";

/** The part that holds `main.ts`; the bundler writes it here. */
declare const mainPart: string;

process.exitCode = await onNeededNode(async () => {
  const parts = bundledParts(import.meta.dirname, storeOfCompiled());
  const { main } = parts.load(mainPart) as typeof Main;
  const code = await main(process.argv.slice(2));
  parts.keep();
  return code;
});

/** Undefined also where it is not wanted, in Node's own words. */
function storeOfCompiled(): string | undefined {
  return process.env["NODE_DISABLE_COMPILE_CACHE"] === "1" ? undefined : compiledStore();
}
