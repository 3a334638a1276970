/** Where the time of one build goes: what can be seen of it from outside, and the profile of its own process. */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Contestant } from "./contestant.ts";
import { type Summary, summarize } from "./statistics.ts";

export interface Phase {
  readonly name: string;
  readonly ms: Summary;
}

/** A mark of `marks.mjs`: the first that begins so, or the last. */
interface Edge {
  readonly which: "first" | "last";
  readonly mark: string;
}

const first = (mark: string): Edge => ({ which: "first", mark });
const last = (mark: string): Edge => ({ which: "last", mark });

/** One after the other, from the start of the process to its end; each begins where the one before ends. */
const chain: readonly (readonly [name: string, end: Edge])[] = [
  ["start of the process", first("node")],
  ["start of Node", first("booted")],
  ["imports and search until the browser is started", first("spawn")],
  ["starting it (the call)", first("spawned")],
  ["the other imports, until the plan is read", first("open ")],
  ["plan, snapshots, assess, compose", first("readdir templates")],
  ["HTML; by now the browser has come up", first("> Page.setDocumentContent")],
  [
    "the page takes the HTML and lays it out; meanwhile Markdown and JSON",
    first("> Runtime.callFunctionOn"),
  ],
  ["fonts and the check for overflow", first("> Page.printToPDF")],
  ["print", first("< Page.printToPDF")],
  ["writing, durably, and killing the browser", first("exit")],
  ["end of the process", first("ended")],
];

/** Beside the chain: from when to when. */
const spans: readonly (readonly [name: string, start: Edge, end: Edge])[] = [
  ["browser: from its start to its first answer", first("spawned"), first("< ")],
  [
    "browser: from its start until its page is set up, which waits for gaps in our own work",
    first("spawned"),
    last("< Network."),
  ],
];

export interface Phases {
  readonly chain: readonly Phase[];
  readonly spans: readonly Phase[];
  readonly total: Summary;
}

type Marks = readonly (readonly [atMs: number, what: string])[];

export function measurePhases(ours: Contestant, work: string, rounds: number): Phases {
  const recorded = Array.from({ length: rounds + 1 }, () => recordMarks(ours, work)).slice(1);
  const between = (start: Edge, end: Edge) =>
    summarize(recorded.map((marks) => timeOf(marks, end) - timeOf(marks, start)));
  return {
    chain: chain.map(([name, end], index) => ({
      name,
      ms: between(chain[index - 1]?.[1] ?? first("started"), end),
    })),
    spans: spans.map(([name, start, end]) => ({ name, ms: between(start, end) })),
    total: between(first("started"), first("ended")),
  };
}

function recordMarks({ parameters, environment }: Contestant, work: string): Marks {
  const file = join(work, "marks.json");
  const loaded = ["--import", join(import.meta.dirname, "marks.mjs"), ...parameters];
  const env = { ...environment, RELEASE_DECK_MARKS: file };
  const started = now();
  const { status, stderr } = spawnSync(process.execPath, loaded, { env, encoding: "utf8" });
  const ended = now();
  if (status !== 0)
    throw new Error(`release-deck build with marks ended with ${status}: ${stderr}`);
  const inside = JSON.parse(readFileSync(file, "utf8")) as Marks;
  return [[started, "started"], ...inside, [ended, "ended"]];
}

/** Milliseconds since 1970 with their fractions, as the marks have them. */
function now(): number {
  return performance.timeOrigin + performance.now();
}

function timeOf(marks: Marks, { which, mark }: Edge): number {
  const isIt = ([, what]: Marks[number]): boolean => what.startsWith(mark);
  const found = which === "first" ? marks.find(isIt) : marks.findLast(isIt);
  if (found === undefined) throw new Error(`Nothing of the build is marked "${mark}" any more.`);
  return found[0];
}
