/**
 * The command from a checkout: what `npm start` and `npm run -s release-deck -- ARGS` call. Brings
 * dependencies, Node and bundle up to date, each only when it is not, and steps out of the way.
 */
import { pathToFileURL } from "node:url";
import { command } from "./lib/paths.mjs";
import { ensureBundle, ensureNode } from "./lib/ready.mjs";

const node = await ensureNode();
await ensureBundle(node);
// npm puts the packaged Node first in the PATH of its scripts, so mostly this is it already.
if (node === process.execPath) await import(pathToFileURL(command).href);
else {
  const { execute } = await import("./lib/execute.mjs");
  process.exitCode = await execute(node, [command, ...process.argv.slice(2)]);
}
