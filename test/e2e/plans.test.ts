/** Plans from stdin, by pattern, several at once, broken. */
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { checkRefusal } from "./checks.ts";
import { run } from "./command.ts";
import { exampleFolder, examplePlan } from "./example.ts";

const cwd = exampleFolder();
const plan = readFileSync(join(cwd, examplePlan), "utf8");
const snapshot = join(cwd, "data/snapshots/v1.20/2020-11-23T080000Z.json");
mkdirSync(join(cwd, "broken"));
writeFileSync(join(cwd, "broken/v1.20.yaml"), plan.replace("objectives:", "objectvies:"));

test("from stdin, with the deck to stdout", async () => {
  const parameters = ["build", "-", "--snapshot", snapshot, "--format", "md", "--out", "-"];
  const stdin = plan.replace("title: v1.20", "title: piped");
  const { code, stdout } = await run(parameters, { cwd, stdin });
  expect(code).toBe(0);
  expect(stdout).toMatch(/^# piped\n/);
  expect(stdout).toContain("ReplicationController");
});

test.each([
  ["nothing", "", "stdin.yaml"],
  ["no plan", "a text", "stdin.yaml:1:1"],
  ["no UTF-8", Uint8Array.of(0x72, 0xff), "what came on stdin is not UTF-8 text"],
  ["more than a plan can be", "#".repeat(300_000), "stdin is larger than 256 KiB"],
])("stdin that holds %s", async (_, stdin, said) => {
  checkRefusal(await run(["check", "-", "--snapshot", snapshot], { cwd, stdin }), 2, [said]);
});

test("one that is broken stops no other and decides the exit code", async () => {
  const parameters = ["build", "broken/*.yaml", "data/plans/*.yaml", "--format", "md"];
  const { code, stdout, stderr } = await run(parameters, { cwd });
  expect(code).toBe(2);
  expect(stderr).toContain("broken/v1.20.yaml:");
  expect(stderr).toContain('unknown key "objectvies"');
  expect(stderr).toContain("objectives");
  expect(stdout).toContain("  output/v1.20/deck.md\n");
  expect(readdirSync(join(cwd, "output/v1.20"))).toContain("deck.md");
});

test("two of one name do not overwrite each other", async () => {
  const twice = exampleFolder();
  mkdirSync(join(twice, "other"));
  writeFileSync(join(twice, "other/v1.20.yaml"), plan.replace("title: v1.20", "title: Other"));
  const parameters = ["build", examplePlan, "other/v1.20.yaml", "--format", "md"];
  const { code, stderr } = await run(parameters, { cwd: twice });
  expect([code, stderr]).toEqual([2, expect.stringContaining("both go into the folder v1.20")]);
  expect(readFileSync(join(twice, "output/v1.20/deck.md"), "utf8")).toMatch(/^# v1\.20\n/);
});

test("one that is named twice is built once", async () => {
  const parameters = ["build", examplePlan, "data/plans/*.yaml", "--format", "md", "--json"];
  const { code, stdout } = await run(parameters, { cwd });
  expect([code, stdout.match(/\n/g)?.length]).toEqual([0, 1]);
});

test("no stack trace, but with --debug", async () => {
  const parameters = ["check", "-", "--snapshot", snapshot];
  const plain = await run(parameters, { cwd, stdin: "release: [" });
  checkRefusal(plain, 2, ["stdin.yaml:1:"]);
  const debug = await run([...parameters, "--debug"], { cwd, stdin: "release: [" });
  expect(debug.code).toBe(2);
  expect(debug.stderr).toMatch(/\n +at /);
});
