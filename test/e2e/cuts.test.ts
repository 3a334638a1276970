/** The report for who reads it, by the command. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { run } from "./command.ts";
import { exampleFolder, examplePlan } from "./example.ts";

const cwd = exampleFolder();
const build = ["build", examplePlan, "--as-of", "2020-10-22"];

test("each cut has its usual format and a file of its own", async () => {
  const { code, stderr } = await run([...build, "--cut", "mail,exec"], { cwd });
  expect([code, stderr]).toEqual([0, ""]);
  const folder = join(cwd, "output", "v1.20");
  expect(readdirSync(folder).filter((name) => !name.startsWith("."))).toEqual([
    "exec.md",
    "mail.txt",
    "manifest.json",
  ]);
  expect(readFileSync(join(folder, "exec.md"), "utf8")).toContain("## What to do next");
});

test("a cut goes to stdout by its name alone", async () => {
  const { code, stdout } = await run([...build, "--cut", "mail", "--out", "-"], { cwd });
  expect(code).toBe(0);
  expect(stdout).toMatch(/^v1\.20\n═+\n/);
  const isListed = (line: string) => /^\[\d+\] https:/.test(line);
  expect(stdout.split("\n").filter((line) => line.length > 72 && !isListed(line))).toEqual([]);
});

test("any cut can be written in any format", async () => {
  const parameters = [...build, "--cut", "exec", "--format", "txt", "--out", "-"];
  const { stdout } = await run(parameters, { cwd });
  expect(stdout).toContain("\nWhat to do next\n");
});

test("--final looks back on the whole release, in files of its own", async () => {
  const own = exampleFolder();
  const parameters = ["build", examplePlan, "--final", "--format", "md"];
  const { code } = await run(parameters, { cwd: own });
  expect(code).toBe(0);
  const text = readFileSync(join(own, "output", "v1.20", "final.md"), "utf8");
  expect(text).toContain("# v1.20: retrospective\n");
  expect(text).toMatch(/ProxyWithPath.*12 of 12.*slipped/);
});
