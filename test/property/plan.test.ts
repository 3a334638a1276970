import fc from "fast-check";
import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { PlanError, type Problem } from "../../src/domain/errors.ts";
import type { Plan } from "../../src/domain/plan.ts";
import { parsePlan } from "../../src/plan/parse-plan.ts";

/** A plan that uses every key there is. */
const example = readFileSync(new URL("../golden/plans/every-key.yaml", import.meta.url), "utf8");

/** The plan, or what is wrong with it; anything but a PlanError is thrown on. */
function read(text: string): { readonly plan?: Plan; readonly problems: readonly Problem[] } {
  try {
    return { plan: parsePlan("plan.yaml", text), problems: [] };
  } catch (error) {
    if (error instanceof PlanError) return { problems: error.problems };
    throw error;
  }
}

/** Reads a text; whatever is wrong with it must stand at a place inside it, in its order. */
function checkRead(text: string): Plan | undefined {
  const { plan, problems } = read(text);
  const lines = text.replace(/^\uFEFF/, "").split(/\r?\n/);
  const places = problems.map(({ at = { line: 0, column: 0 } }) => at);
  const outside = places.filter(
    ({ line, column }) => column < 1 || column > (lines[line - 1]?.length ?? -1) + 1,
  );
  expect({ outside, hasAnswer: plan !== undefined || problems.length > 0 }).toEqual({
    outside: [],
    hasAnswer: true,
  });
  expect(places).toEqual(
    places.toSorted((left, right) => left.line - right.line || left.column - right.column),
  );
  return plan;
}

/** Pieces of which YAML is made, more likely to get far than arbitrary characters. */
const yamlPieces = [
  ["release: ", "1.20", "objectives:", "- title: x", " keyResults: ", "kind: sum", "items: "],
  ["[", "]", "{", "}", ",", ": ", "- ", "? ", "&a ", "*a", "<<: ", "!x ", "|", ">", "|2\n"],
  ["---\n", "...\n", "%YAML 1.1\n", "\n", "\n  ", "\n    ", "\t", "\r\n", "#", "'", '"'],
  ["\uFEFF", "\0", "\uD800", "__proto__", "constructor", "~", ".nan"],
];
const pieces = fc.constantFrom(...yamlPieces.flat());
const yamlish = fc
  .array(fc.oneof({ weight: 5, arbitrary: pieces }, { weight: 1, arbitrary: fc.string() }))
  .map((all) => all.join(""));

const values = [...example.matchAll(/: (\S.*)$/gm)].map((found) => ({
  start: found.index + 2,
  end: found.index + found[0].length,
}));

describe("no text breaks the reading of a plan", () => {
  test("arbitrary text", () => {
    const text = fc.string({ unit: "binary", maxLength: 200 });
    fc.assert(fc.property(text, (any) => void checkRead(any)));
  });

  test("pieces of YAML", () => {
    fc.assert(
      fc.property(yamlish, (text) => void checkRead(text)),
      { numRuns: 500 },
    );
  });

  test("a plan in which something was overwritten", () => {
    const start = fc.nat(example.length);
    const text = fc.oneof(pieces, fc.string());
    fc.assert(
      fc.property(start, fc.nat(40), text, (at, length, put) => {
        checkRead(example.slice(0, at) + put + example.slice(at + length));
      }),
      { numRuns: 200 },
    );
  });

  test("a plan in which a value was replaced", () => {
    fc.assert(
      fc.property(fc.constantFrom(...values), fc.json({ maxDepth: 3 }), ({ start, end }, json) => {
        checkRead(example.slice(0, start) + json + example.slice(end));
      }),
      { numRuns: 200 },
    );
  });
});

/** The least plan with that title and release, as they are written. */
function planWith(title: string, release: string): Plan | undefined {
  return checkRead(`release: ${release}\ntitle: ${title}\nobjectives: []\n`);
}

describe("what is written is what is read", () => {
  test("any text in quotes as a title", () => {
    const title = fc.string({ unit: "binary" }).filter((text) => /\S/.test(text));
    fc.assert(
      fc.property(title, (text) => {
        expect(planWith(JSON.stringify(text), "1.20")?.title).toBe(text.toWellFormed());
      }),
    );
  });

  test("any release, quoted or not", () => {
    const part = fc.nat(9999);
    fc.assert(
      fc.property(part, part, fc.constantFrom("", "'", '"'), (major, minor, quote) => {
        const release = `${major}.${minor}`;
        expect(planWith("x", `${quote}${release}${quote}`)?.release).toBe(release);
      }),
    );
  });
});

const corpus = "../shared/corpus/hostile/";

/** One list of the corpus; empty where there is no corpus, whose tests are skipped then. */
function hostile(name: string): readonly string[] {
  if (!existsSync(corpus)) return [];
  return JSON.parse(readFileSync(`${corpus}${name}.json`, "utf8"));
}

/** A plan that has this text wherever a text may stand. */
function planOf(name: string): Plan | undefined {
  const text = JSON.stringify(name);
  const item = `{ title: ${text}, id: ${text}, step: ${text} }`;
  return checkRead(`release: "1.20"
title: ${text}
workflow: [{ step: ${text} }]
objectives:
  - title: ${text}
    keyResults:
      - id: KR1
        title: ${text}
        kind: sum
        goal: 1
        items: [{ group: ${text}, items: [${item}] }]
`);
}

describe.skipIf(!existsSync(corpus))("the hostile corpus", () => {
  test("YAML texts: none is a plan, each has its problems", () => {
    expect(hostile("yaml").filter((text) => checkRead(text) !== undefined)).toEqual([]);
  });

  test("YAML texts below sources: no object gets another prototype", () => {
    const plans = hostile("yaml").flatMap((text) => {
      const block = text.replaceAll("\n", "\n  ");
      return checkRead(`release: "1.20"\nobjectives: []\nsources:\n  ${block}\n`) ?? [];
    });
    const prototypes = plans.map((plan): unknown => Object.getPrototypeOf(plan.sources));
    expect(new Set(prototypes)).toEqual(new Set([Object.prototype]));
    expect({}).not.toHaveProperty("polluted");
  });

  test.each(hostile("people-and-labels"))("%j stays as it is", (name) => {
    const [group] = planOf(name)?.objectives[0]?.keyResults[0]?.groups ?? [];
    expect(group).toMatchObject({ title: name, items: [{ id: name, title: name, step: name }] });
  });
});
