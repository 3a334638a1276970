/** Collecting from the GitHub of the tests, over the real net of this machine. */
import type { Collected } from "../../src/collect/contract.ts";
import { github } from "../../src/collect/github/github.ts";
import type { Ref } from "../../src/domain/ref.ts";
import { nodeWeb } from "../../src/effects/web.ts";
import type { Web } from "../../src/ports.ts";
import {
  startGitHub,
  type GitHubOptions,
  type GitHubServer,
  type RequestSeen,
} from "../servers/github/server.ts";
import type { World as GitHubWorld } from "../servers/github/world.ts";
import { collectedBy, type World } from "./collecting.ts";
import { aGroup, aKeyResult, anItem, anObjective, aPlan, aRef } from "./plan.ts";

export interface GitHubRun extends World {
  /** For each request; a whole run's where not said. */
  readonly timeoutMs?: number;
  readonly token?: string;
}

export interface Ran {
  readonly collected: Collected;
  readonly waits: readonly Wait[];
  readonly told: readonly string[];
}

export interface Wait {
  readonly seconds: number;
  readonly why: string;
}

/** Of the one run against a server that is there for it alone. */
export interface RanAlone extends Ran {
  readonly requests: readonly RequestSeen[];
}

export async function collectFrom(
  world: GitHubWorld,
  run: GitHubRun,
  options: GitHubOptions = {},
): Promise<RanAlone> {
  const server = await startGitHub(world, options);
  try {
    return { ...(await runAgainst(server, run)), requests: server.requests() };
  } finally {
    await server.close();
  }
}

/** What is told of the references, from a run at the time of the server. */
export async function collectRefs(
  world: GitHubWorld,
  ...keys: readonly string[]
): Promise<Collected & Pick<RanAlone, "requests">> {
  const asOf = "2020-10-22T08:00:00Z";
  const date = "Thu, 22 Oct 2020 08:00:01 GMT";
  const plan = planOf(...keys.map(aRef));
  const { collected, requests } = await collectFrom(world, { plan, asOf }, { date });
  return { ...collected, requests };
}

/** Waits take no time; they are told. */
export async function runAgainst(server: GitHubServer, run: GitHubRun): Promise<Ran> {
  const waits: Wait[] = [];
  const told: string[] = [];
  const collected = await collectedBy(
    github,
    { host: server.host },
    {
      web: loopbackWeb(run),
      pause: async (seconds, why) => void waits.push({ seconds, why }),
      tell: (message) => void told.push(message),
      ...run,
    },
  );
  return { collected, waits, told };
}

/** The net of this machine with a token for the GitHub on it. */
export function loopbackWeb({ token = "t0ken", timeoutMs = 10_000 }: GitHubRun = {}): Web {
  return nodeWeb({
    version: "0",
    environment: { GITHUB_TOKEN: token },
    allowLoopback: true,
    onSecret: () => undefined,
    timeoutMs,
  });
}

/** A plan whose items are these references, one line each from line 1 on. */
export function planOf(...refs: readonly Ref[]) {
  const items = refs.map((ref, index) =>
    anItem({ refs: [ref], at: { file: "plan.yaml", line: index + 1, column: 1 } }),
  );
  return aPlan({
    objectives: [anObjective({ keyResults: [aKeyResult({ groups: [aGroup({ items })] })] })],
  });
}
