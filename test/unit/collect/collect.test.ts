/** What a run of several sources gives when some of them give nothing. */
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { checkSnapshot } from "../../../src/archive/schema.ts";
import { collect, type ChosenSource, type SourceEvent } from "../../../src/collect/collect.ts";
import type { Collected, Facts, Slot, SourceKind } from "../../../src/collect/contract.ts";
import { SourceError } from "../../../src/domain/errors.ts";
import { parseRef, type Ref } from "../../../src/domain/ref.ts";
import type { Snapshot } from "../../../src/domain/snapshot.ts";
import { aGroup, aKeyResult, anItem, anObjective, aPlan } from "../../builders/plan.ts";
import {
  aCoverage,
  aJob,
  aSnapshot,
  aSource,
  aTimeline,
  aWorkItem,
} from "../../builders/snapshot.ts";

const asOf = "2020-11-05T06:00:00Z";
const earlier = "2020-10-22T08:00:00Z";
const refs = ["kubernetes/kubernetes#95713", "kubernetes/kubernetes#95503"];

const plan = aPlan({
  objectives: [
    anObjective({
      keyResults: [
        aKeyResult({
          groups: [aGroup({ items: refs.map((ref) => anItem({ refs: [parsed(ref)] })) })],
        }),
      ],
    }),
  ],
});

function parsed(text: string): Ref {
  const ref = parseRef(text);
  if (ref === undefined) throw new Error(`${text} is no reference`);
  return ref;
}

interface Run {
  readonly snapshot: Snapshot;
  readonly events: readonly SourceEvent[];
}

async function run(sources: readonly ChosenSource[], previous?: Snapshot): Promise<Run> {
  const events: SourceEvent[] = [];
  const world = {
    web: { send: () => Promise.reject(new Error("nobody asks")) },
    files: { readText: async () => undefined, list: async () => [] },
    pause: async () => undefined,
    tell: (event: SourceEvent) => void events.push(event),
    faultsOf: (snapshot: Snapshot) => {
      const checked = checkSnapshot(snapshot);
      return "faults" in checked ? checked.faults : [];
    },
  };
  const input = { plan, asOf, ...(previous && { previous }) };
  const snapshot = await collect(world, input, sources);
  expect(world.faultsOf(snapshot)).toEqual([]);
  return { snapshot, events };
}

function source(slot: Slot, give: () => Partial<Collected>, isRequired = false): ChosenSource {
  const kind: SourceKind<unknown> = {
    slot,
    kind: "made-up",
    about: "A source of the tests.",
    settings: z.strictObject({}),
    collect: async ({ id }) => {
      const from = aSource({ id, kind: slot, retrievedAt: asOf });
      return { sources: [from], facts: {}, notices: [], ...give() };
    },
  };
  return { id: slot, kind, settings: {}, isRequired };
}

function failing(slot: Slot, isRequired = false): ChosenSource {
  const give = () => {
    throw new SourceError("it is down", { code: "web-unreachable" });
  };
  return source(slot, give, isRequired);
}

const all: Facts = {
  workItems: refs.map((ref) => aWorkItem({ ref, source: "github" })),
  coverage: aCoverage({ source: "coverage", debtSource: "coverage-debt" }),
  timeline: aTimeline({ source: "timeline" }),
  jobs: [aJob({ source: "jobs" })],
};

const before = aSnapshot({
  asOf: earlier,
  sources: ["github", "coverage", "coverage-debt", "timeline", "jobs"].map((id) =>
    aSource({ id, retrievedAt: earlier }),
  ),
  ...all,
});

describe("collect", () => {
  it("puts the facts of all sources into one snapshot, in the order of the plan", async () => {
    const { snapshot, events } = await run([
      source("github", () => ({ facts: { workItems: all.workItems ?? [] }, cost: "2 requests" })),
      source("jobs", () => ({ facts: { jobs: all.jobs ?? [] } })),
    ]);
    expect(snapshot.sources.map(({ id, status }) => `${id} ${status}`)).toEqual([
      "github ok",
      "jobs ok",
    ]);
    expect(snapshot.workItems.map(({ ref }) => ref)).toEqual(refs);
    expect(snapshot.jobs).toHaveLength(1);
    expect(events.filter(({ kind }) => kind === "done").map(({ message }) => message)).toContain(
      "2 requests",
    );
  });

  it.each(["github", "coverage", "timeline", "jobs"] as const)(
    "carries over what %s gave before, with the old dates, where it fails",
    async (slot) => {
      const { snapshot, events } = await run([failing(slot)], before);
      const carried = snapshot.sources.filter(({ status }) => status === "carried");
      expect(carried.length).toBeGreaterThan(0);
      expect(carried.every(({ retrievedAt }) => retrievedAt === earlier)).toBe(true);
      expect(carried.every(({ message }) => message === "it is down")).toBe(true);
      const fact = slot === "github" ? "workItems" : slot;
      expect(snapshot[fact]).toEqual(before[fact]);
      expect(events.at(-1)).toMatchObject({ id: slot, kind: "carried" });
    },
  );

  it("says that a source failed where there is nothing to carry over", async () => {
    const { snapshot } = await run([source("jobs", () => ({})), failing("coverage")]);
    expect(snapshot.coverage).toBeUndefined();
    expect(snapshot.sources).toMatchObject([
      { id: "jobs", status: "ok" },
      { id: "coverage", status: "failed" },
    ]);
  });

  it("makes no snapshot of nothing", async () => {
    const nothing = run([failing("coverage"), failing("github")]);
    await expect(nothing).rejects.toThrow(/^no source gave anything: it is down$/);
  });

  it("carries over single references that the source could not answer for", async () => {
    const [first = "", second = ""] = refs;
    const fresh = aWorkItem({ ref: first, state: "merged", source: "github" });
    const { snapshot } = await run(
      [source("github", () => ({ facts: { workItems: [fresh] }, missing: [second] }))],
      before,
    );
    expect(snapshot.workItems.map(({ ref, state, source: from }) => [ref, state, from])).toEqual([
      [first, "merged", "github"],
      [second, "open", "github-earlier"],
    ]);
    expect(snapshot.sources.map(({ id, status }) => `${id} ${status}`)).toEqual([
      "github ok",
      "github-earlier carried",
    ]);
  });

  it("ends with a SourceError only where a required source failed", async () => {
    await expect(run([failing("coverage", true)], before)).rejects.toThrow(
      /required source failed: coverage: it is down/,
    );
  });

  it("lets a bug in one source cost that source only", async () => {
    const buggy = source("coverage", () => {
      throw new TypeError("x is not a function");
    });
    const { snapshot } = await run([buggy, source("jobs", () => ({ facts: { jobs: [] } }))]);
    expect(snapshot.sources).toMatchObject([
      { id: "jobs", status: "ok" },
      {
        id: "coverage",
        status: "failed",
        message: expect.stringMatching(/a bug of release-deck: x is not/),
      },
    ]);
  });

  it("refuses facts that no snapshot may hold, from that source only", async () => {
    const odd = source("coverage", () => ({
      facts: { coverage: aCoverage({ source: "nobody" }) },
    }));
    const { snapshot } = await run([odd], before);
    expect(snapshot.coverage?.source).toBe("coverage");
    expect(snapshot.sources[0]).toMatchObject({
      status: "carried",
      message: expect.stringMatching(/cannot be used/),
    });
  });
});
