/** The same plan and snapshots give the same bytes, whatever the machine, its clock and its language. */
import { cpSync, mkdirSync, readFileSync, readdirSync } from "node:fs";
import { homedir, hostname } from "node:os";
import { join, resolve } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { root } from "../../scripts/lib/paths.mjs";
import { makeFolder, run } from "./command.ts";
import { exampleFolder, examplePlan } from "./example.ts";
import { hashesIn } from "./hashes.ts";

const artifacts = ["deck.html", "deck.md", "deck.pdf", "report.json", "timeline.ics"];
const here = exampleFolder();
const utc = { TZ: "UTC", LANG: "C", LC_ALL: "C" };
const auckland = { TZ: "Pacific/Auckland", LANG: "de_DE.UTF-8", LC_ALL: "de_DE.UTF-8" };
const caches = process.env["XDG_CACHE_HOME"] || join(homedir(), ".cache");
const telltales = {
  USER: "telltale-user",
  LOGNAME: "telltale-user",
  HOSTNAME: "telltale-host",
  HOME: "/telltale-home",
  // The browser is where it is.
  XDG_CACHE_HOME: caches,
};

async function hashesOf(
  parameters: readonly string[],
  options: { cwd: string; environment: Readonly<Record<string, string>>; out: string },
) {
  const { cwd, environment, out } = options;
  const { code, stderr } = await run(["build", ...parameters, "--out", out], { cwd, environment });
  expect([code, stderr.replace(/^The browser's sandbox .*\n/, "")]).toEqual([0, ""]);
  const { ".release-deck-files": _, ...hashes } = hashesIn(resolve(cwd, out, "v1.20"));
  return hashes;
}

let first: Readonly<Record<string, string>> = {};

beforeAll(async () => {
  first = await hashesOf([examplePlan], { cwd: here, environment: utc, out: "first" });
});

test("all artifacts are compared", () => {
  expect(Object.keys(first)).toEqual([...artifacts, "manifest.json"].toSorted());
});

test("a second time", async () => {
  expect(await hashesOf([examplePlan], { cwd: here, environment: utc, out: "second" })).toEqual(
    first,
  );
});

test("in another zone and another language", async () => {
  expect(
    await hashesOf([examplePlan], { cwd: here, environment: auckland, out: "auckland" }),
  ).toEqual(first);
});

test("from another folder, with absolute paths, for another user", async () => {
  const cwd = makeFolder();
  const parameters = [join(here, examplePlan), "--data", join(here, "data")];
  const environment = { ...auckland, ...telltales };
  expect(await hashesOf(parameters, { cwd, environment, out: join(cwd, "x") })).toEqual(first);
  // They being equal, what is looked for in one is looked for in both.
  const machine = [here, cwd, root, process.cwd(), hostname(), "telltale", "/home/", "/tmp/"];
  // A shorter word is found by chance in what is compressed.
  const words = machine.filter((word) => word.length > 4);
  for (const name of [...artifacts, "manifest.json"]) {
    const content = readFileSync(join(cwd, "x/v1.20", name), "latin1");
    expect([name, words.filter((word) => content.includes(word))]).toEqual([name, []]);
  }
});

test("with the plan's and the snapshots' folder read in another order and at other times", async () => {
  const cwd = makeFolder();
  const snapshots = "data/snapshots/v1.20";
  mkdirSync(join(cwd, snapshots), { recursive: true });
  mkdirSync(join(cwd, "data/plans"));
  for (const name of readdirSync(join(root, snapshots)).toReversed()) {
    cpSync(join(root, snapshots, name), join(cwd, snapshots, name));
  }
  cpSync(join(root, examplePlan), join(cwd, examplePlan));
  expect(await hashesOf([examplePlan], { cwd, environment: utc, out: "x" })).toEqual(first);
});
