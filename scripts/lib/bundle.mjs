/** Bundles the command anew, once, however many ask at the same time. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { execute } from "./execute.mjs";
import { bundledFrom, fingerprint, isBundleFresh } from "./fingerprint.mjs";
import { withLock } from "./lock.mjs";
import { cache, root } from "./paths.mjs";
import { SetupError } from "./setup-error.mjs";

/**
 * @param {string} node The Node that runs this project.
 * @returns {Promise<void>}
 */
export function bundle(node) {
  return withLock("bundle", async () => {
    if (isBundleFresh()) return;
    // Taken before: a source that changes meanwhile makes the bundle stale, not falsely fresh.
    const seen = fingerprint();
    const code = await execute(node, [join(root, "scripts", "bundle.mjs")]);
    if (code !== 0) throw new SetupError("The command could not be bundled: see above.");
    mkdirSync(cache, { recursive: true });
    writeFileSync(bundledFrom, seen);
  });
}
