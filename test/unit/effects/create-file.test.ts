import { mkdtempSync, readFileSync, readdirSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pid } from "node:process";
import { afterEach, beforeEach, expect, test } from "vitest";
import { PlanError } from "../../../src/domain/errors.ts";
import { nodeFiles } from "../../../src/effects/files.ts";
import { bytesOf, remove } from "./builds.ts";
import { countCalls, hasStrace, runWriter } from "./strace.ts";

let path = "";

beforeEach(() => {
  path = join(mkdtempSync(join(tmpdir(), "release-deck-create-")), "snapshots", "one.json");
});

afterEach(() => remove(dirname(dirname(path))));

function checkFolder(expected: readonly string[]): void {
  expect(readdirSync(dirname(path)).toSorted()).toEqual(expected);
}

test("a new file, in a folder that is made for it", async () => {
  await nodeFiles.create(path, bytesOf("one"));
  expect(readFileSync(path, "utf8")).toBe("one");
  checkFolder(["one.json"]);
});

test("a file that is there is never replaced", async () => {
  await nodeFiles.create(path, bytesOf("one"));
  await expect(nodeFiles.create(path, bytesOf("two"))).rejects.toThrow(PlanError);
  expect(readFileSync(path, "utf8")).toBe("one");
  checkFolder(["one.json"]);
});

test("of many at once one is first, whole", async () => {
  const texts = ["a", "b", "c", "d"].map((letter) => letter.repeat(100_000));
  const results = await Promise.allSettled(
    texts.map((text) => nodeFiles.create(path, bytesOf(text))),
  );
  expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(texts).toContain(readFileSync(path, "utf8"));
  checkFolder(["one.json"]);
});

test("several that write one file after the other hinder nobody", async () => {
  const names = ["a", "b", "c", "d"].map((letter) =>
    Array.from({ length: 40 }, (_, index) => `${letter}${index}.json`),
  );
  const writers = names.map(async (own) => {
    for (const name of own) await nodeFiles.create(join(dirname(path), name), bytesOf(name));
  });
  await Promise.all(writers);
  checkFolder(names.flat().toSorted());
});

test("drafts of processes that are gone go; those of running ones and other files stay", async () => {
  await nodeFiles.create(path, bytesOf("one"));
  const gone = `.x.json.${2 ** 22 + 1}-0a1b2c3d.tmp`;
  const earlier = `.x.json.${pid}-0a1b2c3d.tmp`;
  const stay = [`.x.json.1-0a1b2c3d.tmp`, `.x.json.${pid}-4e5f6071.tmp`, "draft.tmp"];
  for (const name of [gone, earlier, ...stay]) writeFileSync(join(dirname(path), name), "");
  utimesSync(join(dirname(path), earlier), 0, 0);
  await nodeFiles.create(join(dirname(path), "two.json"), bytesOf("two"));
  checkFolder([...stay, "one.json", "two.json"].toSorted());
});

/** Calls that Node itself does not make while it starts. */
const points = ["fsync", "link", "unlink"];

test.skipIf(!hasStrace)(
  "killed at a call, the file is whole or not there, and what is left goes",
  async () => {
    const log = join(dirname(dirname(path)), "strace.log");
    await runWriter(["create", join(dirname(path), "none.json")], { log });
    const counts = countCalls(log);
    let killed = 0;
    for (const call of points) {
      for (let when = 1; when <= (counts.get(call) ?? 0); when += 1) {
        const injection = `${call}:signal=SIGKILL:when=${when}`;
        const name = join(dirname(path), `${call}-${when}.json`);
        const { code } = await runWriter(["create", name], { injection });
        const found = await nodeFiles.readText(name, 100);
        expect([code, found ?? "whole"], injection).toEqual(["SIGKILL", "whole"]);
        killed += 1;
      }
    }
    await nodeFiles.create(path, bytesOf("one"));
    expect(readdirSync(dirname(path)).filter((name) => name.endsWith(".tmp"))).toEqual([]);
    console.log(`killed at ${killed} calls`);
    expect(killed).toBe(4);
  },
);
