/** Plans and snapshots that are empty, huge or lack something: each gives a correct deck that says so. */
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { aCoverage, aRelease, aSnapshot, aTimeline, aWorkItem } from "../builders/snapshot.ts";
import { readAsGithub } from "../oracles/github-markdown.ts";
import { makeFolder, run } from "./command.ts";
import { readDeck, type Deck } from "./example.ts";
import { readHtml, strangersIn } from "./html.ts";
import { readPdf } from "./pdf.ts";
import { writeWorlds, type World } from "./world.ts";

const items = Array.from({ length: 300 }, (_, at) => ({
  title: `Item-${at}.`,
  ref: `kubernetes/kubernetes#${at + 1}`,
  adds: 1,
}));
const workItems = items.map(({ ref }) => aWorkItem({ ref }));
const coverage = aCoverage({ debt: [{ release: "1.19", promoted: 7, untested: 3 }] });
const timeline = aTimeline();

/** A key result of each kind. */
const ofAllKinds = [
  { id: "S", title: "a sum", kind: "sum", unit: "endpoints", goal: 3, items: items.slice(0, 3) },
  { id: "D", title: "debt", kind: "debt", goal: "1.15" },
  { id: "R", title: "a share", kind: "share", goal: 60 },
  { id: "J", title: "a job", kind: "job", job: "gate", instances: ["prow.k8s.io"] },
  { id: "G", title: "a guard", kind: "guard", watch: "still-untested", goal: 0 },
  { id: "V", title: "a value", kind: "value", unit: "ms", goal: 5 },
  { id: "C", title: "a list", kind: "checklist", items: [{ title: "a step" }] },
];

function planWith(...keyResults: readonly object[]) {
  return { release: "1.20", objectives: [{ title: "An objective", keyResults }] };
}

const sum = { id: "S", title: "a sum", kind: "sum", unit: "endpoints" };
const all = planWith(...ofAllKinds);

const worlds = {
  "no-objectives": {
    plan: { release: "1.20", objectives: [] },
    snapshot: aSnapshot({ coverage, timeline }),
  },
  nothing: { plan: all, snapshot: aSnapshot({ sources: [] }) },
  "no-items": { plan: planWith({ ...sum, goal: 30 }), snapshot: aSnapshot({ coverage, timeline }) },
  "300-items": {
    plan: planWith({ ...sum, goal: 30, items }),
    snapshot: aSnapshot({ coverage, timeline, workItems }),
  },
  "goal-of-0": {
    plan: planWith({ ...sum, goal: 0, items: items.slice(0, 3) }),
    snapshot: aSnapshot({ coverage, timeline, workItems }),
  },
  "no-coverage": { plan: all, snapshot: aSnapshot({ timeline, workItems }) },
  "no-timeline": { plan: all, snapshot: aSnapshot({ coverage, workItems }) },
  "nothing-to-cover": {
    plan: all,
    snapshot: aSnapshot({ coverage: aCoverage({ releases: [aRelease({ total: 0, tested: 0 })] }) }),
  },
  future: {
    plan: all,
    snapshot: aSnapshot({ asOf: "2999-01-01T00:00:00Z", coverage, timeline, workItems }),
  },
} satisfies Record<string, World>;

const names = Object.keys(worlds) as readonly (keyof typeof worlds)[];
const cwd = makeFolder();
const decks = new Map<string, Deck>();
let said = "";

beforeAll(async () => {
  writeWorlds(cwd, worlds);
  const { code, stdout, stderr } = await run(["build", "data/plans/*.yaml", "--json"], { cwd });
  if (code !== 0) throw new Error(`${code}\n${stderr}`);
  said = stderr;
  for (const line of stdout.trim().split("\n")) {
    const { plan, slides } = JSON.parse(line) as { plan: string; slides: number };
    decks.set(plan, readDeck(join(cwd, "output", plan), slides));
  }
});

function deckOf(name: keyof typeof worlds): Deck {
  const deck = decks.get(name);
  if (deck === undefined) throw new Error(`There is no deck ${name}.`);
  return deck;
}

/** Values of named numbers; null is "not known". */
function valuesOf(name: keyof typeof worlds, numbers: readonly string[]) {
  return numbers.map((number) => deckOf(name).report.numbers[number]?.value);
}

test.each(names)(
  "%s: pages are slides, all in order, every figure is one or unknown",
  async (name) => {
    const { pdf, html, markdown, slideCount } = deckOf(name);
    expect([(await readPdf(pdf)).pageCount, readHtml(html).slides.length]).toEqual([
      slideCount,
      slideCount,
    ]);
    expect(strangersIn(readHtml(html))).toEqual([]);
    expect(readAsGithub(markdown).findings).toEqual([]);
    expect(markdown).not.toMatch(/\b(?:NaN|Infinity|undefined|null)\b|\[object/);
  },
);

describe("300 items", () => {
  test("stand on the pages, each once, under the head of their table", async () => {
    const { texts: all } = await readPdf(deckOf("300-items").pdf);
    // The first few stand on the scale of odds as well.
    const texts = all.filter((text) => !text.startsWith("Risks: "));
    expect(all.length - texts.length).toBe(1);
    const pages = items.map(({ title }) => texts.filter((text) => text.includes(`${title} `)));
    expect(pages.filter(({ length }) => length !== 1)).toEqual([]);
    const tables = texts.filter((text) => text.includes("Item-"));
    expect(tables.length).toBeGreaterThan(10);
    for (const text of tables) expect(text).toMatch(/Item Adds Stage/);
    expect(tables.map((text) => /\((\d+)\/\d+\)/.exec(text)?.[1])).toEqual(
      tables.map((_, at) => String(at + 1)),
    );
  });

  test("add up", () => {
    expect(valuesOf("300-items", ["S.written", "S.landed", "S.goal"])).toEqual([300, 0, 30]);
  });
});

test("a goal of 0 is no division by it", () => {
  const [goal, score] = valuesOf("goal-of-0", ["S.goal", "S.score"]);
  expect(goal).toBe(0);
  expect([0, 1, null]).toContain(score);
});

test("without coverage what depends on it is unknown, and said", () => {
  expect(valuesOf("no-coverage", ["D.frontier", "R.score", "G.current"])).toEqual([
    null,
    null,
    null,
  ]);
  expect(deckOf("no-coverage").markdown).toContain("holds no coverage");
  expect(valuesOf("no-coverage", ["S.written"])).toEqual([3]);
});

test("without a calendar there is no date, and it is said", () => {
  expect(Object.keys(deckOf("no-timeline").report.numbers)).not.toContain("release.codeFreeze");
  expect(deckOf("no-timeline").markdown).toContain("holds no release calendar");
  expect(deckOf("no-timeline").markdown).not.toContain("days left");
});

test("a snapshot from the future is told at the command line, and only there", () => {
  expect(said).toContain("warning: future is as of 2999-01-01T00:00:00Z, which is still to come");
  expect(deckOf("future").markdown).not.toContain("still to come");
  expect(said.match(/warning:/g)).toHaveLength(1);
});
