/** `release-deck forecast` and `backtest`, as a process of their own. */
import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { root } from "../../scripts/lib/paths.mjs";
import { makeFolder, run } from "./command.ts";

const cwd = makeFolder();
const day = 1440;
const tables = ["history.csv", "items.csv", "meta.json"];

/** Sixty pull requests that are open 14 days before a freeze; every third one made it. */
function writeDay(folder: string): void {
  mkdirSync(join(cwd, folder), { recursive: true });
  const numbers = Array.from({ length: 60 }, (_, index) => index + 1);
  const write = (name: string, lines: readonly string[]) =>
    writeFileSync(join(cwd, folder, name), `${lines.join("\n")}\n`);
  write("history.csv", [
    "repo,number,created,merged,closed",
    ...numbers.map((number) => `o/r,${number},${(100 - number) * day},,`),
  ]);
  write("items.csv", [
    "repo,number,now,freeze,gate",
    ...numbers.map((number) => `o/r,${number},${100 * day},${114 * day},none`),
  ]);
  write("answers.csv", [
    "repo,number,y",
    ...numbers.map((number) => `o/r,${number},${number % 3 === 0 ? 1 : 0}`),
  ]);
  write("meta.json", ['{"release": "1.20", "horizon": 14, "freezes": []}']);
}

writeDay("past/1.20-14");

function forecast(...files: readonly string[]) {
  return run(["forecast", ...files], { cwd });
}

test("odds come out as CSV, one row for each item, less for older ones", async () => {
  const { code, stdout, stderr } = await forecast(...tables.map((name) => `past/1.20-14/${name}`));
  expect([code, stderr]).toEqual([0, ""]);
  const [head, ...rows] = stdout.trimEnd().split("\n");
  expect(head).toBe("repo,number,p");
  expect(rows.length).toBe(60);
  const odds = rows.map((row) => Number(row.split(",")[2]));
  expect(odds[0]).toBeGreaterThan(odds[59] ?? NaN);
  expect(Math.min(...odds)).toBeGreaterThanOrEqual(0.01);
});

test("a missing table and a missing argument leave with 2", async () => {
  const missing = await forecast(
    "past/1.20-14/history.csv",
    "nowhere.csv",
    "past/1.20-14/meta.json",
  );
  expect(missing.code).toBe(2);
  expect(missing.stderr).toContain("there is no table nowhere.csv");
  expect((await forecast("past/1.20-14/history.csv")).code).toBe(2);
});

test("a broken table is told with its row", async () => {
  writeFileSync(join(cwd, "broken.csv"), "repo,number,created,merged,closed\no/r,1,yesterday,,\n");
  const files = tables.map((name) => `past/1.20-14/${name}`);
  const { code, stderr } = await forecast("broken.csv", ...files.slice(1));
  expect(code).toBe(2);
  expect(stderr).toContain("broken.csv:2:7: created is neither minutes since 1970");
});

test("a backtest is told as tables, as JSON and as a picture", async () => {
  const told = await run(["backtest", "--out", "calibration.svg", "past"], { cwd });
  expect(told.code).toBe(0);
  expect(told.stdout).toContain("60 forecasts of 1 release, 33 % in time");
  expect(told.stdout).toMatch(/^own base rate +0\.\d{4}/m);
  expect(readFileSync(join(cwd, "calibration.svg"), "utf8")).toMatch(/^<svg .*<\/svg>\n$/s);
  const { stdout } = await run(["backtest", "--json", "past"], { cwd });
  const { parts } = JSON.parse(stdout) as { parts: { count: number }[] };
  expect(parts.map(({ count }) => count)).toEqual([60]);
});

/** The archive of the example with a report after its freeze, five times. */
function writeArchive(folder: string): void {
  const example = join(root, "data/snapshots/v1.20");
  const last = readFileSync(join(example, "2020-11-23T080000Z.json"), "utf8");
  for (const name of ["one", "two", "three", "four", "five"]) {
    const own = join(cwd, folder, "snapshots", name);
    cpSync(example, own, { recursive: true });
    writeFileSync(
      join(own, "2020-11-25T080000Z.json"),
      last.replace('"asOf": "2020-11-23T08:00:00Z"', '"asOf": "2020-11-25T08:00:00Z"'),
    );
  }
}

test("a backtest on a team's own archive judges each report by those after its freeze", async () => {
  writeArchive("archive");
  const { code, stdout } = await run(["backtest", "archive"], { cwd });
  expect(code).toBe(0);
  expect(stdout).toContain("55 forecasts of 5 releases, 55 % in time");
  expect(stdout).toMatch(/^share that came +0\.2479/m);
});

test("an archive in which no freeze is over cannot be judged yet", async () => {
  const { code, stderr } = await run(["backtest", join(root, "data")], { cwd });
  expect(code).toBe(2);
  expect(stderr).toContain("is over\ncollect once more after the day of a freeze");
});

test("a folder without past days has nothing to judge", async () => {
  const { code, stderr } = await run(["backtest", "nowhere"], { cwd });
  expect(code).toBe(2);
  expect(stderr).toContain("there is nothing to judge in nowhere");
});
