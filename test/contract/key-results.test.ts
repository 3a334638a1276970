/** What every kind of key result promises by its contract, over the whole registry. */
import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { assess } from "../../src/assess/assess.ts";
import { numberFamilies } from "../../src/assess/numbers/registry.ts";
import { keyResultKinds } from "../../src/key-results/registry.ts";
import { aGroup, aKeyResult, anItem, anObjective, aPlan } from "../builders/plan.ts";
import { aCoverage, aJob, aSnapshot, aTimeline, aWorkItem } from "../builders/snapshot.ts";

const folder = new URL("../../src/key-results/", import.meta.url);

/** The least that a plan must say of each kind. */
const least: Readonly<Record<string, object>> = {
  sum: { goal: 30 },
  debt: { goal: "1.15" },
  share: { goal: 60 },
  guard: { goal: 0, watch: "debt" },
  checklist: {},
  job: { job: "conformance-gate" },
  value: { goal: 1 },
};

async function kindsInFolder(): Promise<readonly string[]> {
  const files = readdirSync(folder).filter((file) => file !== "registry.ts");
  const modules: readonly Record<string, unknown>[] = await Promise.all(
    files.map((file) => import(new URL(file, folder).href)),
  );
  const kinds = modules.flatMap((module) => Object.values(module)).filter(isKind);
  return kinds.map(({ kind }) => kind).toSorted();
}

function isKind(value: unknown): value is { readonly kind: string } {
  return typeof value === "object" && value !== null && "measure" in value && "kind" in value;
}

describe("the registry", () => {
  const kinds = keyResultKinds.map(({ kind }) => kind);

  it("holds every kind of the folder, each once, in a file of its name", async () => {
    expect(kinds.toSorted()).toEqual(await kindsInFolder());
    expect(kinds.filter((kind) => !readdirSync(folder).includes(`${kind}.ts`))).toEqual([]);
  });

  it("is looked at as a whole here", () => {
    expect(Object.keys(least).toSorted()).toEqual(kinds.toSorted());
  });
});

const whole = aSnapshot({
  coverage: aCoverage({ debt: [{ release: "1.15", promoted: 3, untested: 1 }] }),
  timeline: aTimeline(),
  jobs: [aJob()],
  workItems: [aWorkItem()],
});

describe.each(keyResultKinds.map((kind) => [kind.kind, kind] as const))("kind %s", (name, kind) => {
  const read = (settings: object) => kind.settings.parse(settings);

  function assessed(snapshot = aSnapshot()) {
    const groups = [aGroup({ items: [anItem({ clears: { "1.15": 1 } })] })];
    const keyResult = aKeyResult({ kind: name, settings: read(least[name] ?? {}), groups });
    const plan = aPlan({ objectives: [anObjective({ keyResults: [keyResult] })] });
    const { objectives, numbers } = assess({ plan, snapshot, asOf: snapshot.asOf });
    const progress = objectives[0]?.keyResults[0]?.progress;
    if (progress === undefined) throw new Error("it was not assessed");
    return { progress, values: new Map(numbers.map((number) => [number.name, number.value])) };
  }

  it("says in a sentence what it is, and has a unit", () => {
    expect(kind.about).toMatch(/^[A-Z].*\.$/);
    expect(kind.unit).not.toBe("");
  });

  it("refuses keys that it does not know, and has a JSON Schema", () => {
    expect(() => read({ ...least[name], surprise: 1 })).toThrow("surprise");
    expect(z.toJSONSchema(kind.settings, { io: "input" })).toMatchObject({ type: "object" });
  });

  it.each([
    ["no facts", aSnapshot()],
    ["all facts", whole],
  ])(
    "with %s names its numbers, and says in sentences only numbers that there are",
    (_, snapshot) => {
      const { progress, values } = assessed(snapshot);
      expect(values.get("KR1.goal")).toBe(progress.goal);
      expect(values.has(progress.currentName)).toBe(true);
      expect(values.get(progress.currentName)).toBe(progress.current);
      const named = progress.statements.flat().filter((part) => typeof part !== "string");
      expect(named.filter(({ number }) => !values.has(number))).toEqual([]);
      expect(progress.statements[0]).not.toHaveLength(0);
    },
  );

  it("has a score from 0 to 1, or none", () => {
    for (const snapshot of [aSnapshot(), whole]) {
      const { score = 0 } = assessed(snapshot).progress;
      expect(score).toBeGreaterThanOrEqual(0);
      expect(score).toBeLessThanOrEqual(1);
    }
  });

  it("announces the numbers that it gives only on some days", () => {
    const always = new Set(assessed().values.keys());
    const sometimes = [...assessed(whole).values.keys()].filter(
      (one) => one.startsWith("KR1.") && !always.has(one),
    );
    const announced = sometimes.filter((one) => kind.optionalNames?.test(one.slice(4)));
    expect(announced).toEqual(sometimes);
  });
});

it("families of numbers are known by different words", () => {
  const words = numberFamilies.map(({ family }) => family);
  expect(new Set(words).size).toBe(words.length);
});
