import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { bundledParts } from "../../../src/effects/bundled-parts.ts";

let folder = "";
let store = "";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "parts-"));
  store = join(folder, "store");
  mkdirSync(store);
});
afterEach(() => rmSync(folder, { recursive: true }));

/** A part whose function gives a number of one digit, so that all such parts are equally long. */
function write(given: number): void {
  writeFileSync(join(folder, "part.cjs"), `exports.give = function () { return ${given}; };`);
}

/** What the part gives; what is compiled by then is kept. */
function run(at: string | undefined): unknown {
  const parts = bundledParts(folder, at);
  const { give } = parts.load("part.cjs") as { give(): unknown };
  const given = give();
  parts.keep();
  return given;
}

function keptFile(): string {
  const [name = "nothing"] = readdirSync(store);
  return join(store, name);
}

test("a part runs once, and has the other parts and Node's own modules", () => {
  writeFileSync(join(folder, "counted.cjs"), "exports.list = []; exports.list.push(__filename);");
  writeFileSync(
    join(folder, "main.cjs"),
    `const { list } = require("./counted.cjs");
     module.exports = [list, require("./counted.cjs").list, require("node:path").sep];`,
  );
  const counted = [join(folder, "counted.cjs")];
  const parts = bundledParts(folder, undefined);
  expect(parts.load("main.cjs")).toEqual([counted, counted, join("/")]);
  expect(parts.load("main.cjs")).toBe(parts.load("main.cjs"));
});

test("a part that is not there is told", () => {
  expect(() => bundledParts(folder, store).load("part.cjs")).toThrow("ENOENT");
});

test("the functions that ran are kept and run again: a part that changes needs another name", () => {
  write(1);
  expect(run(store)).toBe(1);
  write(2);
  expect(run(store)).toBe(1);
});

test.each([
  ["a byte of it", (kept: Buffer) => kept.fill(0xff, kept.length - 9, kept.length - 8)],
  ["its end", (kept: Buffer) => kept.subarray(0, -1)],
  ["all of it", () => Buffer.alloc(0)],
])("what was kept is not run where it lost %s, and is then kept anew", (_, damaged) => {
  write(1);
  run(store);
  writeFileSync(keptFile(), damaged(readFileSync(keptFile())));
  write(2);
  expect(run(store)).toBe(2);
  write(3);
  expect(run(store)).toBe(2);
});

test("without a place nothing is kept, and one that cannot be written is as good as none", () => {
  write(1);
  expect(run(undefined)).toBe(1);
  expect(readdirSync(store)).toEqual([]);
  expect(run(join(store, "nowhere"))).toBe(1);
});
