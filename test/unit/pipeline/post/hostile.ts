/** The collected hostile strings in every text of plan, facts and deck: what the server received does nothing. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { compose } from "../../../../src/compose/compose.ts";
import { PlanError } from "../../../../src/domain/errors.ts";
import type { Plan } from "../../../../src/domain/plan.ts";
import type { Slide } from "../../../../src/domain/deck.ts";
import { parsePlan } from "../../../../src/plan/parse-plan.ts";
import { renderMarkdown } from "../../../../src/render/markdown.ts";
import { assessed } from "../../../builders/assessment.ts";
import { aDeck } from "../../../builders/deck.ts";
import { hostileTexts } from "../../../builders/hostile-texts.ts";
import { itemOf, places, startPlaces, type PlacesWorld } from "../../../builders/post-places.ts";
import { post } from "../../../builders/posting.ts";
import { deckOf } from "../../../builders/text-everywhere.ts";
import { worldOf, type WrittenPlan } from "../../../e2e/world.ts";
import { readAsGithub, type Reading } from "../../../oracles/github-markdown.ts";
import { commentsOf } from "../../../servers/github/mutations.ts";

let world: PlacesWorld;
let data = "";

/** Tests these lists of strings; in two files, so that two workers share them. */
export function testHostile(lists: readonly string[]): void {
  beforeAll(async () => {
    data = mkdtempSync(join(tmpdir(), "release-deck-hostile-"));
    world = await startPlaces({ limit: 1_000_000 });
  });

  afterAll(async () => {
    await world.close();
    rmSync(data, { recursive: true });
  });

  describe.skipIf(lists.length === 0)("as the server received them", () => {
    test.each(lists)("%s", { timeout: 600_000 }, checkList);
  });
}

async function checkList(list: string): Promise<void> {
  for (const batch of batches(hostileTexts(list).map(String))) await checkTexts(batch);
}

async function checkTexts(texts: readonly string[]): Promise<void> {
  const bodies = await received(renderMarkdown(aDeck({ slides: texts.flatMap(slidesOf) })));
  expect(bodies.length).toBeGreaterThan(0);
  const isWhole = bodies.at(-1)?.includes("Left out for want of room") === false;
  // What a report does not hold is not tested; one text alone may be longer than all of it.
  if (!isWhole && texts.length > 1) {
    const half = Math.ceil(texts.length / 2);
    await checkTexts(texts.slice(0, half));
    await checkTexts(texts.slice(half));
  } else for (const body of bodies) checkBody(body);
}

function checkBody(body: string): void {
  const reading = readAsGithub(body);
  expect(reading.findings).toEqual([]);
  expect(reading.targets.filter((target) => /\/\/github\.com/i.test(target))).toEqual([]);
  const { read, written } = structureOf(body, reading);
  expect(read).toEqual(written);
}

/** About as many texts at a time as one report holds. */
function batches(texts: readonly string[]): readonly (readonly string[])[] {
  const all: string[][] = [];
  let room = 0;
  for (const text of texts) {
    // What stands around a text in all its places, and how often it stands there, escaped.
    const size = 6_000 + 130 * text.length;
    if (size > room) {
      all.push([]);
      room = 900_000;
    }
    room -= size;
    all.at(-1)?.push(text);
  }
  return all;
}

/** What a server received for a report, each text without the two marks, which must be its ends. */
async function received(markdown: string): Promise<readonly string[]> {
  const entry = places["github-issue"]?.entry(world.github.host) ?? "";
  const [result] = await post({ data, post: [entry], markdown });
  if (result?.failure !== undefined) throw result.failure;
  rmSync(join(data, "posts"), { recursive: true });
  const issue = itemOf(world.github, 2);
  const comments = commentsOf(issue);
  // The next report is compared with none.
  (issue as Record<string, unknown>)["comments"] = [];
  return comments.map(({ body }) => {
    const [, inner] = marked.exec(String(body)) ?? [];
    if (inner === undefined) throw new Error(`its marks are not its ends: ${String(body)}`);
    return inner;
  });
}

const marked = /^<!-- release-deck begin [^>]*-->\n\n([^]*)\n\n<!-- release-deck end [^>]*-->$/;

/** Slides of a plan and facts that have the text everywhere, and of every kind of block with it. */
function slidesOf(text: string): readonly Slide[] {
  const { plan: written, snapshot } = worldOf(text);
  const plan = planOf(written) ?? planOf(worldOf("x").plan);
  return [...compose(assessed({ ...(plan && { plan }), snapshot })).slides, ...deckOf(text).slides];
}

/** Undefined for texts that no plan may hold; the facts may. */
function planOf(written: WrittenPlan): Plan | undefined {
  try {
    return parsePlan("v1.20.yaml", JSON.stringify(written));
  } catch (error) {
    if (error instanceof PlanError) return undefined;
    throw error;
  }
}

/** How many of each there are by the lines of a text, and by what a reader of Markdown makes of it. */
function structureOf(markdown: string, { skeleton }: Reading) {
  const outside = markdown.replace(/^(\s*)(`{3,})\S*\n[^]*?\n\1\2$/gm, "$1$2");
  const tables = outside.match(/^\| .*\n\|(?: :?---:? \|)+(?:\n\| .*)*$/gm) ?? [];
  const lines = (pattern: RegExp) => outside.match(pattern)?.length ?? 0;
  const read = (tag: string) => skeleton.match(new RegExp(`\\b${tag}\\b`, "g"))?.length ?? 0;
  return {
    written: {
      tables: tables.length,
      // The rule under the head is no row.
      rows: tables.join("\n").split("\n").filter(Boolean).length - tables.length,
      fences: lines(/^\s*```/gm),
      folds: lines(/^<details>$/gm),
    },
    read: {
      tables: read("table"),
      rows: read("tr"),
      fences: read("pre"),
      folds: read("details"),
    },
  };
}
