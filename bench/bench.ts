/**
 * Measures the cold build beside its peers: `node bench/bench.ts [--rounds N] [--write]`, with the Node
 * that is to be measured. See README.md.
 */
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { cpus, loadavg, release, tmpdir, totalmem } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { format } from "prettier";
import { compare } from "./compare.ts";
import { measureManyPlans } from "./many-plans.ts";
import { measurePhases } from "./phases.ts";
import { measureShares } from "./profile.ts";
import { type Measured, report } from "./report.ts";
import { marpVersion, prepare, root, type Setting } from "./setting.ts";

const { values } = parseArgs({
  options: {
    rounds: { type: "string", default: "15" },
    write: { type: "boolean", default: false },
  },
});

const work = mkdtempSync(join(tmpdir(), "release-deck-bench-"));
try {
  const text = report(await measure(Number(values.rounds)));
  const page = await format(text, { parser: "markdown" });
  process.stdout.write(page);
  if (values.write) write(page);
} finally {
  rmSync(work, { recursive: true, force: true, maxRetries: 5 });
}

async function measure(timed: number): Promise<Measured> {
  const setting = await prepare(work);
  const few = Math.ceil(timed / 3);
  const rounds = { timed, watched: few };
  const loadBefore = loadavg();
  const { ours, oursUncompiled, marp, floor } = setting;
  const compared = await compare([ours, oursUncompiled, marp, floor], rounds);
  const manyPlans = await measureManyPlans(work, few);
  const phases = measurePhases(ours, work, few);
  const shares = measureShares(ours, work, few);
  return {
    date: new Date().toISOString().slice(0, 10),
    machine: describeMachine(setting, [loadBefore, loadavg()]),
    rounds,
    compared,
    manyPlans,
    phases,
    shares,
  };
}

function describeMachine(
  { browser }: Setting,
  loads: readonly (readonly number[])[],
): Readonly<Record<string, string>> {
  const env = { ...process.env, ...browser.environment };
  const commit = ["log", "-1", "--format=%h of %cI"];
  return {
    processor: `${cpus().length} × ${cpus()[0]?.model ?? "unknown"}`,
    memory: `${(totalmem() / 2 ** 30).toFixed(0)} GiB`,
    system: `Linux ${release()}`,
    "load before and after (1 minute)": loads.map(([minute = 0]) => minute.toFixed(1)).join(", "),
    node: process.version,
    browser: execFileSync(browser.executable, ["--version"], { env, encoding: "utf8" }).trim(),
    "marp-cli": marpVersion(),
    commit: execFileSync("git", commit, { cwd: root, encoding: "utf8" }).trim(),
  };
}

function write(page: string): void {
  const folder = join(import.meta.dirname, "results");
  const file = join(folder, `${new Date().toISOString().slice(0, 10)}.md`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, page);
  console.error(`written to ${file}`);
}
