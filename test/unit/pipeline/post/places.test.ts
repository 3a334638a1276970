/** What holds for every kind of place on GitHub. */
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { places, startPlaces, writesTo, type PlacesWorld } from "../../../builders/post-places.ts";
import { post, type Posting } from "../../../builders/posting.ts";
import type { Fault } from "../../../servers/github/faults.ts";
import * as faults from "../../../servers/github/faults.ts";

const first = "# v1.20\n\nOn track.\n";
const second = "# v1.20\n\nOff track.\n";

let world: PlacesWorld;
let data = "";

beforeEach(async () => {
  data = mkdtempSync(join(tmpdir(), "release-deck-places-"));
  world = await startPlaces();
});

afterEach(async () => {
  await world.close();
  rmSync(data, { recursive: true });
});

describe.each(Object.entries(places))("%s", (_, place) => {
  const run = (markdown: string, more: Partial<Posting> = {}) =>
    post({ data, post: [place.entry(world.github.host)], markdown, ...more });
  const entries = () =>
    readdirSync(join(data, "posts", "v1.20")).filter((name) => /^\d/.test(name));

  test("posted once, left alone, then written over", async () => {
    const looked = await run(first, { isForReal: false });
    expect(looked).toMatchObject([{ posts: [] }]);
    expect(writesTo(world)).toBe(0);
    const [result] = await run(first);
    expect(result?.failure).toBeUndefined();
    expect(place.texts(world)).toHaveLength(1);
    expect(place.texts(world)[0]).toContain("On track.");
    expect(writesTo(world)).toBe(place.writes);
    expect(entries()).toHaveLength(1);
    expect(await run(first)).toMatchObject([{ writes: [], posts: result?.posts }]);
    expect(writesTo(world)).toBe(place.writes);
    expect(entries()).toHaveLength(1);
    expect(await run(second)).toMatchObject([{ writes: [{ kind: "update" }] }]);
    expect(writesTo(world)).toBe(place.writes + 1);
    expect(place.texts(world)).toHaveLength(1);
    expect(place.texts(world)[0]).toContain("Off track.");
    expect(entries()).toHaveLength(2);
  });

  test("without a ledger what stands there is found", async () => {
    await run(first);
    rmSync(join(data, "posts"), { recursive: true });
    expect(await run(first)).toMatchObject([{ writes: [] }]);
    expect(entries()).toHaveLength(1);
  });

  const kinds = {
    502: faults.badGateway,
    reset: faults.reset,
    truncated: faults.truncated,
    empty: faults.empty,
    "rate limit": faults.secondaryLimit(429, "1"),
  };
  const cases = Object.entries(kinds).flatMap(([name, fault]) =>
    (["at", "unheard"] as const).map((when) => ({ name, fault, when })),
  );
  test.each(cases)("$name $when each request: posted once", async ({ fault, when }) => {
    let isStruck = true;
    const striking: Fault = (...given) => {
      isStruck = true;
      return fault(...given);
    };
    let request = 0;
    while (isStruck) {
      isStruck = false;
      request += 1;
      await world.close();
      world = await startPlaces();
      rmSync(join(data, "posts"), { recursive: true, force: true });
      world.github.faults[when](request, striking);
      const [result] = await run(first);
      expect(result?.failure, `request ${request}`).toBeUndefined();
      expect(place.texts(world), `request ${request}`).toHaveLength(1);
      expect(entries()).toHaveLength(1);
      expect(await run(first)).toMatchObject([{ writes: [] }]);
    }
    // It looks, changes, looks again; the next run looks.
    expect(request).toBeGreaterThanOrEqual(4 + 1);
  });
});
