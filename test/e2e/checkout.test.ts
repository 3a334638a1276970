/** The command from a checkout, as `npm start` calls it, with all installed. */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";

const root = join(import.meta.dirname, "..", "..");

function run(parameters: readonly string[]) {
  const script = join(root, "scripts", "run.mjs");
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...parameters], {
    encoding: "utf8",
  });
  return { status, stdout, stderr };
}

beforeAll(() => run(["--version"]));

test("adds nothing to what the command prints", () => {
  const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
    readonly version: string;
  };
  expect(run(["--version"])).toEqual({ status: 0, stdout: `${version}\n`, stderr: "" });
});

test("leaves with the command's exit code", () => {
  expect(run(["build", "no-such-plan.yaml"]).status).toBe(2);
});
