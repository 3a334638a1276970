/** Every fault at every request of a run: the deck says what is missing, and no number is ever wrong. */
import { existsSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { SourceError } from "../../src/domain/errors.ts";
import type { Snapshot } from "../../src/domain/snapshot.ts";
import { nodeWeb } from "../../src/effects/web.ts";
import { nodeEffects } from "../../src/effects/node.ts";
import { buildDeck, collectSnapshot } from "../../src/index.ts";
import { MemoryFiles } from "../builders/memory-files.ts";
import * as githubFaults from "../servers/github/faults.ts";
import { faults as httpFaults } from "../servers/http.ts";
import { corpus, exampleSnapshot, october, startLiveWorld, token } from "./live-world.ts";

const asOf = exampleSnapshot(october).asOf;
const earlier = "2020-10-08T08:00:00Z";

/** How long this machine is waited for; the faults that never end cost it, once for each try. */
const timeoutMs = 100;

const github = {
  "502 page": githubFaults.badGateway,
  "503 page": githubFaults.unavailable,
  "504 page": githubFaults.gatewayTimeout,
  "login page": githubFaults.loginPage,
  empty: githubFaults.empty,
  truncated: githubFaults.truncated,
  "bad UTF-8": githubFaults.badUtf8,
  "bad gzip": githubFaults.badGzip,
  "gzip bomb": githubFaults.bomb,
  "cut off": githubFaults.cutOff,
  reset: githubFaults.reset,
  hang: githubFaults.hang,
  "something went wrong": githubFaults.somethingWrong,
  "rate limit": githubFaults.rateLimited("RATE_LIMITED", Date.parse(asOf) / 1000 + 60),
  "secondary limit 403": githubFaults.secondaryLimit(403, "3"),
  "secondary limit 200": githubFaults.secondaryLimit(200),
  "resource limits": githubFaults.resourceLimits(2),
};

type Fact = readonly [id: string, value: object, source: string];

/** Every fact of a snapshot by itself, without the name of its source, which stands beside it. */
function factsOf({ workItems, jobs, coverage, timeline }: Snapshot): readonly Fact[] {
  return [
    ...workItems.map(({ source, ...work }) => [work.ref, work, source] as const),
    ...jobs.map(({ source, ...job }) => [job.instance, job, source] as const),
    ...(coverage ? [["coverage", coverage.releases, coverage.source] as const] : []),
    ...(timeline ? [["timeline", timeline.events, timeline.source] as const] : []),
  ];
}

/** The report of two weeks ago: nothing in it is what it is now. */
function earlierOf(snapshot: Snapshot): Snapshot {
  const { coverage, timeline, workItems, jobs } = snapshot;
  return {
    ...snapshot,
    asOf: earlier,
    sources: snapshot.sources.map((source) => ({ ...source, retrievedAt: earlier })),
    workItems: workItems.map((work) => ({ ...work, title: "As it was" })),
    jobs: jobs.map((job) => ({ ...job, state: "flaking" })),
    ...(coverage && {
      coverage: {
        ...coverage,
        releases: coverage.releases.map((row) => ({ ...row, tested: Math.max(0, row.tested - 1) })),
      },
    }),
    ...(timeline && {
      timeline: {
        ...timeline,
        events: timeline.events.map((event) => ({ ...event, title: "As it was" })),
      },
    }),
  };
}

/** Once, or from then on: each in a file of its own, so that two workers share them. */
export function testFaults(how: "once" | "for good"): void {
  describe.skipIf(!existsSync(corpus))(`a run with a fault that comes ${how}`, async () => {
    if (existsSync(corpus)) await testRuns(how);
  });
}

async function testRuns(how: "once" | "for good"): Promise<void> {
  const world = await startLiveWorld(october);
  const plan = { file: "v1.20.yaml", text: world.plan };
  const required = {
    ...plan,
    text: world.plan.replace('", name: apisnoop', '", required: true, name: apisnoop'),
  };

  async function collected(
    files: MemoryFiles,
    { text = plan, timeoutMs = 10_000 } = {},
  ): Promise<Snapshot> {
    const web = nodeWeb({
      version: "0",
      environment: { GITHUB_TOKEN: token },
      allowLoopback: true,
      timeoutMs,
      onSecret: () => undefined,
    });
    const effects = { files, web, pause: async () => undefined, tell: () => undefined };
    return (await collectSnapshot(effects, { plan: text, data: "data", asOf })).snapshot;
  }

  const servers = [world.files, ...world.prows];
  const clean = await collected(new MemoryFiles({}));
  const requests = {
    github: world.github.requests().length,
    http: servers.map(({ arrivals }) => arrivals.length),
  };
  const before = earlierOf(clean);
  const known = { now: new Map(), earlier: new Map() } as const;
  for (const [id, value] of factsOf(clean)) (known.now as Map<string, object>).set(id, value);
  for (const [id, value] of factsOf(before)) (known.earlier as Map<string, object>).set(id, value);
  const path = `data/snapshots/v1.20/${earlier.replaceAll(":", "")}.json`;
  const text = JSON.stringify(before);
  let injected = 0;
  /** Snapshots of which there was a deck: of the same facts it is the same. */
  const built = new Set<string>();

  /** What is told is true now, or was when it says; what is not told is said to be missing. */
  function checkTruth({ sources, notices, ...snapshot }: Snapshot): void {
    const status = new Map(sources.map((source) => [source.id, source.status]));
    const facts = factsOf({ sources, notices, ...snapshot });
    for (const [id, value, source] of facts) {
      const isCarried = status.get(source) === "carried";
      expect(value, id).toEqual((isCarried ? known.earlier : known.now).get(id));
    }
    const late = sources.filter((source) => source.status !== "ok");
    for (const { message } of late) expect(message).toMatch(/^[^\n<]{3,400}$/);
    const isWhole = facts.length === known.now.size && late.length === 0;
    expect(isWhole || late.length > 0 || notices.length > clean.notices.length).toBe(true);
  }

  /** The deck can be made, and names every source that is late. */
  async function checkDeck(files: MemoryFiles, { sources }: Snapshot): Promise<void> {
    const effects = { ...nodeEffects(undefined), files };
    const { artifacts } = await buildDeck(effects, {
      plan,
      choice: { data: "data" },
      formats: ["md"],
    });
    const deck = new TextDecoder().decode(artifacts[0]?.bytes);
    const late = sources.filter(({ status }) => status !== "ok");
    for (const { status } of late) expect(deck).toContain(status);
  }

  async function inject(): Promise<void> {
    injected += 1;
    const files = new MemoryFiles({ [path]: text });
    const snapshot = await collected(files, { timeoutMs });
    checkTruth(snapshot);
    const facts = JSON.stringify(snapshot);
    if (!built.has(facts)) await checkDeck(files, snapshot);
    built.add(facts);
    expect(files.texts.get(path)).toBe(text);
  }

  it.each(Object.entries(github))("at each request to GitHub: %s", async (_, fault) => {
    const { faults } = world.github;
    for (let at = 1; at <= requests.github; at += 1) {
      const request = world.github.requests().length + at;
      if (how === "once") faults.at(request, fault);
      else faults.from(request, fault);
      await expect(inject()).resolves.toBeUndefined();
      faults.clear();
    }
  });

  it.each(Object.entries(httpFaults))("at each request to another: %s", async (_, fault) => {
    for (const [index, server] of servers.entries()) {
      for (let after = 0; after < (requests.http[index] ?? 0); after += 1) {
        if (how === "once") server.queueAfter(after, fault);
        else server.queueFrom(after, fault);
        await expect(inject()).resolves.toBeUndefined();
        server.calm();
      }
    }
  });

  it("that lasts costs exit code 3 where the source is required", async () => {
    await expect(
      collected(new MemoryFiles({ [path]: text }), { text: required }),
    ).resolves.toBeDefined();
    await world.prows[0].close();
    const failing = collected(new MemoryFiles({ [path]: text }), { text: required });
    await expect(failing).rejects.toBeInstanceOf(SourceError);
  });

  it("was injected at every request", () => {
    const http = requests.http.reduce((sum, count) => sum + count, 0);
    const once =
      Object.keys(github).length * requests.github + Object.keys(httpFaults).length * http;
    expect(injected).toBe(once);
    console.log(`${injected} faults injected, at ${requests.github + http} requests`);
  });
}
