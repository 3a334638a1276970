/**
 * How long the forecast takes: `node bench/forecast.ts`. A table of 10,000 items over a history of 30,000
 * pull requests through the bundled command, with its memory; and a key result of 300 items.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { execPath } from "node:process";
import { ensureBundle } from "../scripts/lib/ready.mjs";
import { command } from "../scripts/lib/paths.mjs";
import { forecastKeyResult } from "../src/forecast/key-result.ts";
import { leversOf } from "../src/forecast/levers.ts";
import { summarize, type Summary } from "./statistics.ts";

const rounds = 9;
const day = 1440;
const now = 20_000 * day;

/** Has the process tell its greatest memory as it ends, on stderr, where the command itself says nothing. */
const teller = `data:text/javascript,${encodeURIComponent(
  'process.on("exit", () => process.stderr.write(String(process.resourceUsage().maxRSS)));',
)}`;

await ensureBundle(execPath);
const folder = mkdtempSync(join(tmpdir(), "release-deck-bench-"));
try {
  const files = tables(30_000, 10_000).map(([name, text]) => {
    const file = join(folder, name);
    writeFileSync(file, text);
    return file;
  });
  const runs = Array.from({ length: rounds }, () => runOnce(files));
  tell("10,000 items, 30,000 rows, whole command", "ms", summarize(runs.map(({ ms }) => ms)));
  tell("its memory at most", "MB", summarize(runs.map(({ megabytes }) => megabytes)));
} finally {
  rmSync(folder, { recursive: true });
}
const items = Array.from({ length: 300 }, (_, index) => ({
  adds: 1 + (index % 12),
  p: 0.02 + 0.96 * ((index * 0.618) % 1),
}));
tell(
  "key result of 300 items",
  "ms",
  timed(() => forecastKeyResult(0, items, { goal: 900 })),
);
tell(
  "its levers",
  "ms",
  timed(() => leversOf(0, items, 900)),
);

/** History and items of twenty repositories, one of them with a gate: the same each time. */
function tables(rows: number, open: number): readonly (readonly [name: string, text: string])[] {
  const history: string[] = ["repo,number,created,merged,closed"];
  const listed: string[] = ["repo,number,now,freeze,gate"];
  for (let number = 0; number < rows; number += 1) {
    const repo = `k/r${number % 20}`;
    const isOpen = number >= rows - open;
    const created = now - Math.floor((1 + ((number * 0.618) % 1) * (isOpen ? 390 : 1190)) * day);
    const ended = isOpen
      ? ""
      : Math.min(now, created + Math.floor(((number * 0.414) % 1) * 60 * day));
    history.push(`${repo},${number},${created},${number % 3 === 0 ? "" : ended},${ended}`);
    const gate = number % 20 === 0 ? "hard-gate" : "none";
    if (isOpen) listed.push(`${repo},${number},${now},${now + 14 * day},${gate}`);
  }
  const freezes = Array.from({ length: 8 }, (_, index) => now - (60 + index * 120) * day);
  const meta = {
    release: "1.20",
    freezes: freezes.map((at, index) => [`1.${19 - index}`, at, at]),
  };
  return [
    ["history.csv", history.join("\n")],
    ["items.csv", listed.join("\n")],
    ["meta.json", JSON.stringify(meta)],
  ];
}

function runOnce(files: readonly string[]) {
  const start = performance.now();
  const told = spawnSync(execPath, ["--import", teller, command, "forecast", ...files], {
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
  });
  const ms = performance.now() - start;
  if (told.status !== 0) throw new Error(told.stderr);
  return { ms, megabytes: Number(told.stderr) / 1024 };
}

function timed(work: () => unknown): Summary {
  const times = Array.from({ length: rounds + 3 }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return summarize(times.slice(3));
}

function tell(what: string, unit: string, { median, min, max }: Summary): void {
  const [middle, least, most] = [median, min, max].map((value) => value.toFixed(1));
  console.log(`${what}: ${middle} ${unit} (${least} to ${most})`);
}
