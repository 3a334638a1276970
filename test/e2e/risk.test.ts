/** `release-deck risk`, as a process of its own. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { makeFolder, run } from "./command.ts";

const data = fileURLToPath(new URL("../../data", import.meta.url));
const plan = `${data}/plans/v1.20.yaml`;
const october = ["--data", data, "--as-of", "2020-10-22"];
const cwd = makeFolder();

function risk(...more: readonly string[]) {
  return run(["risk", ...october, ...more, plan], { cwd });
}

test("the riskiest items stand first, without colors where nobody watches", async () => {
  const { code, stdout, stderr } = await risk();
  expect([code, stderr]).toEqual([0, ""]);
  expect(stdout).not.toContain("\u001B");
  expect(stdout).toContain("Most likely 14 by Test freeze (8 in 10 chance: 0 to 26).");
  const rows = stdout.split("\n").filter((line) => /^ {2}\+\d/.test(line));
  expect(rows).toHaveLength(8);
  expect(rows[0]).toMatch(
    /\+7 +PodProxy redirect test +blocked, unlikely +unlikely +at most 2 in 10, rough/,
  );
  expect(rows[7]).toMatch(
    /\+7 +ReplicationController +written +open +4 to 9 in 10, little history +2020-11-23/,
  );
});

test("JSON holds what the table says", async () => {
  const { code, stdout } = await risk("--json");
  expect(code).toBe(0);
  expect(stdout.trimEnd()).not.toContain("\n");
  const { keyResults } = JSON.parse(stdout) as { keyResults: { id: string; forecast?: object }[] };
  expect(keyResults[0]).toMatchObject({ id: "KR1", forecast: { p50: 14, level: "off track" } });
});

test("a goal below the bar leaves with 5, with the table all the same", async () => {
  const below = await risk("--fail-below", "0.5");
  expect(below.code).toBe(5);
  expect(below.stdout).toContain("KR1");
  expect((await risk("--fail-below", "0.05")).code).toBe(0);
});

test.each(["half", "1.5", " "])("%j is no chance", async (text) => {
  const { code, stderr } = await risk("--fail-below", text);
  expect(code).toBe(2);
  expect(stderr).toContain("is no chance");
});

test("a goal of which nothing is known leaves with 5: no source has answered", async () => {
  const folder = makeFolder();
  const given = ["--release", "2.4", "--repo", "acme/widgets", "--goal", "3"];
  await run(["init", ...given, "--freeze", "2026-12-10"], { cwd: folder });
  const file = join(folder, "release-deck.yaml");
  const github = 'github: { host: "127.0.0.1:1" }';
  writeFileSync(file, readFileSync(file, "utf8").replace("github: {}", github));
  const { stderr } = await run(["collect", "--now", "2026-11-23T08:00:00Z"], { cwd: folder });
  expect(stderr).toContain("github: failed");
  const { code } = await run(["risk", "--fail-below", "0"], { cwd: folder });
  expect(code).toBe(5);
  const { stdout } = await run(["explain", "KR1.landed"], { cwd: folder });
  expect(stdout).toMatch(/^KR1\.landed = unknown/);
});
