/** Says which Node is needed where an older one runs the command, before anything fails for it. */
import { exitCodes } from "./exit-codes.ts";

/** Gives the exit code of `run`, or that of a refusal. */
export async function onNeededNode(run: () => Promise<number>): Promise<number> {
  if (!isTooOld()) return run();
  const found = process.versions.node;
  process.stderr.write(`error: release-deck needs Node 22.19 or later; this is Node ${found}\n`);
  process.stderr.write("  get a current one from https://nodejs.org\n");
  return exitCodes.plan.code;
}

/** The least that `engines` in package.json asks for. */
function isTooOld(): boolean {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  return major < 22 || (major === 22 && minor < 19);
}
