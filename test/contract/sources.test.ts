/** What every kind of source promises by its contract, over the whole registry and its recordings. */
import { existsSync, globSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { isDeepStrictEqual } from "node:util";
import { afterAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { checkSnapshot } from "../../src/archive/schema.ts";
import type { Collected, SourceKind } from "../../src/collect/contract.ts";
import { sourceKinds } from "../../src/collect/registry.ts";
import { SourceError } from "../../src/domain/errors.ts";
import type { Web, WebRequest } from "../../src/ports.ts";
import { sourceCase } from "../builders/answers.ts";
import { failingFrom, noting, webFaults } from "../builders/faulty-web.ts";
import { aSnapshot } from "../builders/snapshot.ts";

const source = new URL("../../src/collect/", import.meta.url);
const recordings = fileURLToPath(new URL("../recordings/", import.meta.url));

/** Every source is recorded when all is well, when there is nothing, and in three kinds of trouble. */
const cases = ["ok", "empty", "partial", "denied", "malformed"] as const;

type Kind = SourceKind<unknown>;
type Outcome = Collected | SourceError;

/** By the kind's word; with its slot before it where two slots have the same word. */
function folderOf({ slot, kind }: Kind): string {
  const isShared = sourceKinds.filter((other) => other.kind === kind).length > 1;
  return join(recordings, isShared ? `${slot}-${kind}` : kind);
}

async function kindsInFolder(): Promise<readonly Kind[]> {
  const files = globSync("**/*.ts", { cwd: source }).filter((file) => file !== "registry.ts");
  const modules: readonly Record<string, unknown>[] = await Promise.all(
    files.map((file) => import(new URL(file, source).href)),
  );
  return modules.flatMap((module) => Object.values(module)).filter(isKind);
}

function isKind(value: unknown): value is Kind {
  return typeof value === "object" && value !== null && "slot" in value && "collect" in value;
}

/** What it gives for a case, or the SourceError that it throws; any other error is a fault of ours. */
async function outcomeOf(
  kind: Kind,
  folder: string,
  change: (web: Web) => Web = (web) => web,
): Promise<Outcome> {
  const { settings, context } = sourceCase(folder, kind.slot);
  const parsed = kind.settings.parse(settings);
  try {
    return await kind.collect({ ...context, web: change(context.web) }, parsed);
  } catch (error) {
    if (error instanceof SourceError) return error;
    throw error;
  }
}

/** What of an outcome would make a snapshot unusable. */
function faultsOf(outcome: Outcome): readonly string[] {
  if (outcome instanceof SourceError) return [];
  const { facts, sources, notices } = outcome;
  const checked = checkSnapshot(aSnapshot({ ...facts, sources, notices }));
  return "faults" in checked
    ? checked.faults.map(({ path, message }) => `${path}: ${message}`)
    : [];
}

/** Whether it says that something is wrong: it throws, tells of it, or names what it could not give. */
function isLoud(outcome: Outcome): boolean {
  if (outcome instanceof SourceError) return true;
  return outcome.notices.length + (outcome.missing ?? []).length > 0;
}

describe("the registry", () => {
  it("holds every kind of the folder, each once", async () => {
    const known = new Set<unknown>(sourceKinds);
    const unknown = (await kindsInFolder()).filter((kind) => !known.has(kind));
    expect(unknown.map(({ slot, kind }) => `${slot}, ${kind}`)).toEqual([]);
    expect(new Set(sourceKinds).size).toBe(sourceKinds.length);
  });

  it("has recordings of its kinds and of no others", () => {
    const folders = existsSync(recordings) ? readdirSync(recordings) : [];
    expect(folders.toSorted()).toEqual(
      sourceKinds.map((kind) => folderOf(kind).slice(recordings.length)).toSorted(),
    );
  });

  it("keeps the kinds of a slot together, each with a word of its own", () => {
    const slots = sourceKinds.map(({ slot }) => slot);
    const runs = slots.filter((slot, index) => slot !== slots[index - 1]);
    expect(new Set(runs).size).toBe(runs.length);
    const words = sourceKinds.map(({ slot, kind }) => `${slot} ${kind}`);
    expect(new Set(words).size).toBe(words.length);
  });
});

let injected = 0;
afterAll(() => console.log(`injected ${injected} faults into the sources`));

const named = sourceKinds.map((kind) => [`${kind.slot}, ${kind.kind}`, kind] as const);

describe.each(named)("%s", (_, kind) => {
  const folder = folderOf(kind);

  it("says in a sentence what it is, and of each setting what it is for", () => {
    expect(kind.about).toMatch(/^[A-Z].*\.$/s);
    const schema = z.toJSONSchema(kind.settings, { io: "input" });
    expect(schema).toMatchObject({ additionalProperties: false });
    for (const setting of Object.values(schema.properties ?? {})) {
      expect(setting).toMatchObject({ description: expect.stringMatching(/^[A-Z].*\.$/s) });
    }
  });

  it("is recorded in each case", () => {
    const found = existsSync(folder) ? readdirSync(folder) : [];
    expect(cases.filter((name) => !found.includes(name))).toEqual([]);
  });

  const recorded = existsSync(folder) ? readdirSync(folder).toSorted() : [];

  it.each(recorded)("%s: gives what a snapshot can hold, the same each time", async (name) => {
    const outcome = await outcomeOf(kind, join(folder, name));
    expect(faultsOf(outcome)).toEqual([]);
    expect(await outcomeOf(kind, join(folder, name))).toEqual(outcome);
  });

  it.each(recorded.filter((name) => name === "ok"))("%s: all is well", async (name) => {
    const outcome = await outcomeOf(kind, join(folder, name));
    if (outcome instanceof SourceError) throw outcome;
    const { sources, facts, notices, missing = [] } = outcome;
    expect(notices.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(missing).toEqual([]);
    expect(Object.values(facts).flat()).not.toEqual([]);
    expect(sources.map(({ status }) => status)).toEqual(sources.map(() => "ok"));
    expect(sources.filter(({ id }) => !`${id}-`.startsWith(`${kind.slot}-`))).toEqual([]);
  });

  it.each(recorded.filter((name) => ["partial", "denied", "malformed"].includes(name)))(
    "%s: it says so",
    async (name) => expect(isLoud(await outcomeOf(kind, join(folder, name)))).toBe(true),
  );

  it.each(recorded.filter((name) => name === "ok"))(
    "%s, but a request fails for good: nothing is lost in silence, and nothing is wrong",
    async (name) => {
      const place = join(folder, name);
      const requests: WebRequest[] = [];
      const whole = await outcomeOf(kind, place, (web) => noting(web, requests));
      const wrong: string[] = [];
      for (const [index, { url }] of requests.entries()) {
        for (const [fault, spoil] of Object.entries(webFaults)) {
          injected += 1;
          const outcome = await outcomeOf(kind, place, (web) => failingFrom(index, web, spoil));
          const isWrong = !isLoud(outcome) && !isDeepStrictEqual(outcome, whole);
          const found = isWrong ? ["lost in silence"] : faultsOf(outcome);
          wrong.push(...found.map((what) => `${fault} at request ${index + 1}, ${url}: ${what}`));
        }
      }
      expect(wrong).toEqual([]);
    },
  );
});
