/**
 * What collecting takes: references to pull requests of five repositories, from a GitHub on this machine
 * that waits 100 ms before each answer: `node bench/github.ts [--write]`.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { cpus, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { format } from "prettier";
import { github } from "../src/collect/github/github.ts";
import { nodeWeb } from "../src/effects/web.ts";
import type { World, WorldItem } from "../test/servers/github/world.ts";
import { planOf } from "../test/builders/github-run.ts";

const latencyMs = 100;
const repositories = 5;

interface Measured {
  readonly references: number;
  readonly cost: string;
  readonly wallMs: number;
  /** Of the collecting process, above what it had before. */
  readonly memoryMb: number;
}

const refsOf = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    repo: `acme/kit-${index % repositories}`,
    number: Math.floor(index / repositories) + 1,
  }));

/** Pull requests as Kubernetes has them: a dozen labels, as many checks, a history of forty events. */
function anItem(number: number): WorldItem {
  const alice = { __typename: "User", login: "alice" };
  const robot = { __typename: "User", login: "k8s-ci-robot" };
  const at = (minute: number) => `2020-10-${String(1 + (minute % 28)).padStart(2, "0")}T08:00:00Z`;
  return {
    __typename: "PullRequest",
    number,
    title: `Promote the test of endpoint ${number} to conformance`,
    state: number % 3 === 0 ? "OPEN" : "MERGED",
    baseRefName: "master",
    author: alice,
    createdAt: at(0),
    updatedAt: at(20),
    mergeable: "MERGEABLE",
    labels: Array.from({ length: 12 }, (_, index) => ({ name: `area/part-${index}` })),
    comments: Array.from({ length: 30 }, (_, index) => ({
      createdAt: at(index),
      author: index % 2 === 0 ? robot : alice,
    })),
    timelineItems: Array.from({ length: 40 }, (_, index) => ({
      __typename: "LabeledEvent",
      createdAt: at(index),
      actor: robot,
      label: { name: `area/part-${index % 12}` },
    })),
    statusCheckRollup: {
      contexts: Array.from({ length: 15 }, (_, index) => ({
        __typename: "StatusContext",
        context: `pull-kit-${index}`,
        state: "SUCCESS",
        targetUrl: `https://prow.example.org/view/${index}`,
        createdAt: at(index),
        isRequired: index < 5,
      })),
    },
  };
}

async function measure(references: number): Promise<Measured> {
  const folder = mkdtempSync(join(tmpdir(), "github-"));
  const items = Array.from({ length: Math.ceil(references / repositories) }, (_, index) =>
    anItem(index + 1),
  );
  const world: World = {
    repositories: Array.from({ length: repositories }, (_, index) => ({
      nameWithOwner: `acme/kit-${index}`,
      items,
    })),
  };
  const file = join(folder, "world.json");
  writeFileSync(file, JSON.stringify(world));
  const server = spawn(
    process.execPath,
    ["test/servers/github/serve.ts", "--world", file, "--latency", String(latencyMs)],
    { stdio: ["ignore", "pipe", "inherit"] },
  );
  try {
    const [told] = await once(server.stdout, "data");
    return await collect(references, String(told).trim().split("//")[1] ?? "");
  } finally {
    server.kill();
    rmSync(folder, { recursive: true });
  }
}

async function collect(references: number, host: string): Promise<Measured> {
  const plan = planOf(...refsOf(references));
  const web = nodeWeb({
    version: "0",
    environment: { GITHUB_TOKEN: "t0ken" },
    allowLoopback: true,
    onSecret: () => undefined,
  });
  globalThis.gc?.();
  const before = process.memoryUsage().rss;
  let most = before;
  const looking = setInterval(() => (most = Math.max(most, process.memoryUsage().rss)), 20);
  const start = performance.now();
  const { facts, cost = "" } = await github.collect(
    {
      id: "github",
      plan,
      asOf: new Date().toISOString().replace(/\.\d+Z/, "Z"),
      web,
      files: { readText: async () => undefined, list: async () => [] },
      pause: async () => undefined,
      tell: () => undefined,
    },
    { host, history: false },
  );
  const wallMs = performance.now() - start;
  clearInterval(looking);
  if (facts.workItems?.length !== references) throw new Error("not all references were read");
  return { references, cost, wallMs, memoryMb: (most - before) / 1024 / 1024 };
}

function pageOf(all: readonly Measured[]): string {
  const rows = all.map(({ references, cost, wallMs, memoryMb }) => [
    references.toLocaleString("en"),
    cost.replace(/, [\d,]+ left$/, ""),
    (wallMs / 1000).toFixed(1),
    (wallMs / references).toFixed(1),
    memoryMb.toFixed(0),
  ]);
  const head = [
    "references",
    "requests, points",
    "wall, s",
    "ms each",
    "memory, MB above the start",
  ];
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return `# Collecting from GitHub, measured on ${today}

Pull requests of ${repositories} repositories, each with 12 labels, 15 checks, 30 comments and 40 events, from \`test/servers/github\`, a process beside this one that checks every question against GitHub's schema and waits ${latencyMs} ms before it answers. Its own work is part of the wall time. ${cpus()[0]?.model ?? "?"}, ${cpus().length} cores, Node ${process.version}, load ${loadavg()[0]?.toFixed(1)}.

${[head, head.map(() => "---:"), ...rows].map(line).join("\n")}
`;
}

const { values } = parseArgs({ options: { write: { type: "boolean", default: false } } });
const today = new Date().toISOString().slice(0, 10);
const measured: Measured[] = [];
for (const references of [100, 1_000, 10_000]) measured.push(await measure(references));
const page = await format(pageOf(measured), { parser: "markdown" });
process.stdout.write(page);
if (values.write) writeFileSync(join(import.meta.dirname, "results", `${today}-github.md`), page);
