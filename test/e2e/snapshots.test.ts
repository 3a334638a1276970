/** Snapshots that cannot be used: a clear error with its place, and the earlier build stays. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { makeOldOutput } from "./checks.ts";
import { run } from "./command.ts";
import { exampleFolder, examplePlan } from "./example.ts";

const { cwd, check } = await makeOldOutput();
const newest = join(cwd, "data/snapshots/v1.20/2020-11-23T080000Z.json");
const november = readFileSync(newest, "utf8");

/** Writes another snapshot to choose, made of the newest by a change of its text. */
function snapshot(name: string, change: (text: string) => string): readonly string[] {
  writeFileSync(join(cwd, name), change(november));
  return ["--snapshot", name];
}

describe("a snapshot", () => {
  test.each([
    [
      "from the future of the day that is asked for",
      (text: string) => text,
      ["after the day that was asked for"],
      ["--as-of", "2020-11-01"],
    ],
    [
      "of another release",
      (text: string) => text.replace('"release": "1.20"', '"release": "1.21"'),
      ["1.21", "1.20"],
      [],
    ],
    [
      "that is cut off",
      (text: string) => text.slice(0, 5_000),
      ["changed.json is damaged", "changed.json:"],
      [],
    ],
    ["that is empty", () => "", ["changed.json is damaged"], []],
    ["of another kind", () => "[1]", ["changed.json"], []],
    [
      "with a wrong value",
      (text: string) => text.replace('"state": "merged"', '"state": "megred"'),
      ["state", '"merged"'],
      [],
    ],
    [
      "of a later format",
      (text: string) => text.replace('"schemaVersion": 1', '"schemaVersion": 2'),
      ["format 2", "Update release-deck"],
      [],
    ],
  ] as const)("%s", async (_, change, said, more) => {
    const parameters = [...snapshot("changed.json", change), ...more, "--format", "md"];
    await check(parameters, { code: 2, said });
  });

  test("before the first one that there is", async () => {
    const said = ["2019-12-31", "the oldest is of 2020-09-25"];
    await check(["--as-of", "2019-12-31", "--format", "md"], { code: 2, said });
  });
});

test("an earlier snapshot that is damaged is told in the deck, not fatal", async () => {
  const folder = exampleFolder();
  writeFileSync(join(folder, "data/snapshots/v1.20/2020-10-22T080000Z.json"), "{");
  const { code } = await run(["build", examplePlan, "--format", "md"], { cwd: folder });
  expect(code).toBe(0);
  const deck = readFileSync(join(folder, "output/v1.20/deck.md"), "utf8");
  expect(deck).toMatch(/2020-10-22.* is damaged/);
});
