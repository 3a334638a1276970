/** Watches a process and all that come from it, from outside, through `/proc`. */
import { readFileSync, readdirSync } from "node:fs";

/** What a tree of processes used over its life, as far as it was seen at each look. */
export interface Usage {
  /** User and system time of all of them. Processes shorter than the interval may be missed. */
  readonly cpuMs: number;
  /** The most that all held together at one look; what they share counts once (PSS). 0 where not asked for. */
  readonly peakPssMib: number;
  /** The same with what they share counted for each (RSS). 0 where not asked for. */
  readonly peakRssMib: number;
  readonly processCount: number;
}

/** Looking at memory takes the kernel 2 ms a process, so time and memory are looked at in runs of their own. */
export type Watched = "cpu" | "memory";

const intervalMs = { cpu: 5, memory: 25 } as const;
/** Linux counts times of processes in hundredths of a second, whatever the machine. */
const msPerTick = 10;

/** Looks at the tree below `root` until the returned function is called, which tells what was seen. */
export function watchTree(root: number, watched: Watched): () => Usage {
  const tree = new ProcessTree(root);
  const cpuMs = new Map<number, number>();
  let [peakPssMib, peakRssMib] = [0, 0];
  const look = (): void => {
    const members = tree.members();
    for (const [pid, { ticks }] of members) cpuMs.set(pid, ticks * msPerTick);
    if (watched === "cpu") return;
    const memory = members.keys().toArray().map(memoryOf);
    peakPssMib = Math.max(peakPssMib, sum(memory.map(({ pssMib }) => pssMib)));
    peakRssMib = Math.max(peakRssMib, sum(memory.map(({ rssMib }) => rssMib)));
  };
  const timer = setInterval(look, intervalMs[watched]);
  return () => {
    clearInterval(timer);
    const total = sum(cpuMs.values().toArray());
    return { cpuMs: total, peakPssMib, peakRssMib, processCount: cpuMs.size };
  };
}

interface ProcessStat {
  readonly parent: number;
  readonly group: number;
  readonly session: number;
  readonly ticks: number;
}

/**
 * Who once belonged belongs for ever, also after its parent has gone. A browser leaves the group and
 * the session of who started it, so descent decides; whoever is in a group or session of ours is ours too.
 */
class ProcessTree {
  readonly #ours: Set<number>;
  readonly #foreign = new Set<number>();

  constructor(root: number) {
    this.#ours = new Set([root]);
  }

  members(): ReadonlyMap<number, ProcessStat> {
    const found = new Map<number, ProcessStat>();
    const present = readdirSync("/proc").map(Number).filter(Number.isInteger);
    for (const pid of present.toSorted((left, right) => left - right)) {
      if (this.#foreign.has(pid)) continue;
      const stat = statOf(pid);
      if (stat === undefined) continue;
      const isOurs = [pid, stat.parent, stat.group, stat.session].some((id) => this.#ours.has(id));
      (isOurs ? this.#ours : this.#foreign).add(pid);
      if (isOurs) found.set(pid, stat);
    }
    return found;
  }
}

/** Undefined for a process that has gone meanwhile. See proc_pid_stat(5); the name may hold blanks and brackets. */
function statOf(pid: number): ProcessStat | undefined {
  const text = readProc(pid, "stat");
  if (text === undefined) return undefined;
  const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
  const [parent = 0, group = 0, session = 0] = fields.slice(1, 4).map(Number);
  const [user = 0, system = 0] = fields.slice(11, 13).map(Number);
  return { parent, group, session, ticks: user + system };
}

function memoryOf(pid: number): { readonly pssMib: number; readonly rssMib: number } {
  const text = readProc(pid, "smaps_rollup") ?? "";
  const [, pss = "0"] = /^Pss: +(\d+) kB$/m.exec(text) ?? [];
  const [, rss = "0"] = /^Rss: +(\d+) kB$/m.exec(text) ?? [];
  return { pssMib: Number(pss) / 1024, rssMib: Number(rss) / 1024 };
}

function readProc(pid: number, file: string): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/${file}`, "latin1");
  } catch {
    return undefined;
  }
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
