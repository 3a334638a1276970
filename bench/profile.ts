/** How much of our own process each room and each library takes, from V8's profiles of whole builds. */
import { spawnSync } from "node:child_process";
import { readFileSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Contestant } from "./contestant.ts";

export interface Share {
  /** A library, a room of `src`, or a part of Node. */
  readonly name: string;
  /** Mean over the profiles; time in what it calls elsewhere counts there. */
  readonly ms: number;
}

interface Frame {
  readonly functionName: string;
  readonly url: string;
  /** From 0. */
  readonly lineNumber: number;
}

interface Profile {
  readonly nodes: readonly { readonly id: number; readonly callFrame: Frame }[];
  readonly samples: readonly number[];
  /** Microseconds from the sample before. */
  readonly timeDeltas: readonly number[];
}

/** A longer gap between two samples says that others had the processor, not we. */
const longestSampleUs = 2_000;

/** What takes most, down to `smallestMs`. */
export function measureShares(ours: Contestant, work: string, rounds: number): readonly Share[] {
  const folder = join(work, "profiles");
  const smallestMs = 2;
  rmSync(folder, { recursive: true, force: true });
  const flags = ["--cpu-prof", "--cpu-prof-interval", "200", "--cpu-prof-dir", folder];
  for (let round = 0; round < rounds; round++) {
    const { status } = spawnSync(process.execPath, [...flags, ...ours.parameters], {
      env: ours.environment,
    });
    if (status !== 0) throw new Error(`release-deck build with a profile ended with ${status}`);
  }
  const totals = new Map<string, number>();
  for (const file of readdirSync(folder)) {
    addProfile(totals, JSON.parse(readFileSync(join(folder, file), "utf8")) as Profile);
  }
  return [...totals]
    .map(([name, us]) => ({ name, ms: us / 1000 / rounds }))
    .filter(({ name, ms }) => ms >= smallestMs && name !== "(idle)")
    .toSorted((left, right) => right.ms - left.ms);
}

function addProfile(totals: Map<string, number>, { nodes, samples, timeDeltas }: Profile): void {
  const names = new Map(nodes.map(({ id, callFrame }) => [id, nameOf(callFrame)]));
  for (const [index, id] of samples.entries()) {
    const name = names.get(id) ?? "";
    const us = Math.min(timeDeltas[index + 1] ?? 0, longestSampleUs);
    totals.set(name, (totals.get(name) ?? 0) + us);
  }
}

function nameOf({ functionName, url, lineNumber }: Frame): string {
  if (url.startsWith("node:")) return "node: its own modules";
  if (!url.startsWith("file:")) return functionName.startsWith("(") ? functionName : "node: native";
  const module = modulesOf(url)[lineNumber] ?? "";
  const [, library] = /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(module) ?? [];
  const [, room] = /^src\/([^/]+)/.exec(module) ?? [];
  return library ?? (room === undefined ? "bundle: what joins the modules" : `src/${room}`);
}

const known = new Map<string, readonly string[]>();

/** The module that each line of a bundled file comes from: the bundler heads each with its path. */
function modulesOf(url: string): readonly string[] {
  const cached = known.get(url);
  if (cached !== undefined) return cached;
  let module = "";
  const modules = readFileSync(fileURLToPath(url), "utf8")
    .split("\n")
    .map(
      (line) =>
        (module = /^\/\/(?:#region)? (\S*(?:src|node_modules)\/\S+)/.exec(line)?.[1] ?? module),
    );
  known.set(url, modules);
  return modules;
}
