/** `npm test`: every test, with the project's own Node. Parameters go to vitest. */
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { execute } from "./lib/execute.mjs";
import { cache, root } from "./lib/paths.mjs";
import { ensureNode } from "./lib/ready.mjs";

const results = join(cache, "test-results.json");
const node = await ensureNode();
mkdirSync(cache, { recursive: true });
rmSync(results, { force: true });
const code = await execute(
  node,
  [
    join(root, "node_modules", "vitest", "vitest.mjs"),
    "run",
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${results}`,
    ...process.argv.slice(2),
  ],
  { cwd: root },
);
console.log(summary());
process.exitCode = code;

/**
 * One line that a person and a CI can read. A file that could not even begin counts as one failure;
 * without results nothing passed and the run failed.
 */
function summary() {
  try {
    /** @type {Results} */
    const { numPassedTests, numFailedTests, numPendingTests, testResults } = JSON.parse(
      readFileSync(results, "utf8"),
    );
    const broken = testResults.filter(
      ({ status, assertionResults }) =>
        status === "failed" && assertionResults.every((one) => one.status !== "failed"),
    );
    const failed = numFailedTests + broken.length;
    return `\n${numPassedTests} passed, ${failed} failed, ${numPendingTests} skipped`;
  } catch {
    return "\n0 passed, 1 failed";
  }
}

/**
 * What vitest's JSON reporter writes, as far as it is read here.
 * @typedef {object} Results
 * @property {number} numPassedTests
 * @property {number} numFailedTests
 * @property {number} numPendingTests
 * @property {readonly { status: string, assertionResults: readonly { status: string }[] }[]} testResults
 */
