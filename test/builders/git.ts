/** What there is of git here: a machine need not have it, and a release unpacked from an archive is no checkout. */
import { spawnSync } from "node:child_process";
import { root } from "../../scripts/lib/paths.mjs";

export const hasGit = answers("--version");

/** Whether the project lies in a checkout of its own. */
export const isCheckout = answers("ls-tree", "HEAD", "package.json");

function answers(...parameters: readonly string[]): boolean {
  const { status, stdout } = spawnSync("git", parameters, { cwd: root, encoding: "utf8" });
  return status === 0 && stdout !== "";
}
