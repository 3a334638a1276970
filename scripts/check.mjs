/**
 * `npm run check`: types, lint, walls, format and dead code, each by its tool. All run even when one
 * fails, so that one look shows everything. `npm run check -- lint` runs one.
 */
import { join } from "node:path";
import { execute } from "./lib/execute.mjs";
import { root } from "./lib/paths.mjs";
import { ensureNode } from "./lib/ready.mjs";

/** @type {Readonly<Record<string, readonly string[]>>} */
const tools = {
  types: ["typescript/bin/tsc", "--project", "."],
  "browser-types": ["typescript/bin/tsc", "--project", "browser"],
  lint: ["oxlint/bin/oxlint"],
  walls: ["dependency-cruiser/bin/dependency-cruiser.mjs", "src"],
  format: ["prettier/bin/prettier.cjs", "--check", "--log-level=warn", "."],
  "dead-code": ["knip/bin/knip.js"],
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in tools));
if (unknown.length > 0) {
  console.error(
    `No check named ${unknown.join(", ")}. There are: ${Object.keys(tools).join(", ")}.`,
  );
  process.exit(2);
}

// With CI set, oxlint colors what no terminal shows, whatever NO_COLOR says.
const { CI: _, ...environment } = process.env;

const node = await ensureNode();
/** @type {string[]} */
const failed = [];
for (const [name, [script, ...parameters]] of Object.entries(tools)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const code = await execute(node, [join(root, "node_modules", script ?? ""), ...parameters], {
    cwd: root,
    env: environment,
  });
  console.log(`${code === 0 ? "ok  " : "FAIL"} ${name}`);
  if (code !== 0) failed.push(name);
}
process.exitCode = failed.length === 0 ? 0 : 1;
