/** What became of the 1.20 row in real exports of APISnoop from 2020 to 2026, read as `collect` reads them. */
import { existsSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { apisnoop } from "../../src/collect/coverage/apisnoop.ts";
import type { Snapshot } from "../../src/domain/snapshot.ts";
import { compose } from "../../src/compose/compose.ts";
import { nodeFiles } from "../../src/effects/files.ts";
import { aPlanOf, assessed } from "../builders/assessment.ts";
import { collectedBy } from "../builders/collecting.ts";
import { linesOf } from "../builders/deck-text.ts";
import { aPlan } from "../builders/plan.ts";
import { aSnapshot } from "../builders/snapshot.ts";

const corpus = new URL("../../../shared/corpus/apisnoop/", import.meta.url).pathname;
const isThere = existsSync(corpus);

/** A share of the coverage stands for all figures that are measured on it. */
const plan = aPlanOf([], { kind: "share", settings: { goal: 60 } });

const days = {
  "2020-09-25_f1c885bd": "2020-09-25",
  "2020-10-22_dba3b92a": "2020-10-22",
  "2020-11-23_15446c46": "2020-11-23",
  "2022-12_6353b886": "2022-12-15",
  "2026-06-29_HEAD": "2026-06-29",
} as const;

type Export = keyof typeof days;

async function snapshotOf(name: Export): Promise<Snapshot> {
  const world = { files: nodeFiles, plan: aPlan() };
  const { facts, sources } = await collectedBy(apisnoop, { folder: corpus + name }, world);
  const commit = name.split("_")[1] ?? "";
  return aSnapshot({
    ...facts,
    asOf: `${days[name]}T08:00:00Z`,
    sources: sources.map((source) => ({ ...source, commit })),
  });
}

async function between(before: Export, now: Export, older?: Export) {
  const since = { plan, snapshot: await snapshotOf(before) };
  const snapshot = await snapshotOf(now);
  const first = older === undefined ? {} : { older: await snapshotOf(older) };
  const assessment = assessed({ plan, snapshot, since, ...first });
  const { changes } = assessment;
  if (changes?.coverage === undefined) throw new Error("there are no changes");
  return { assessment, changes, coverage: changes.coverage };
}

describe.skipIf(!isThere)("within the cycle of 1.20", () => {
  it("September to October: 5 tested, one restated below it", async () => {
    const { coverage } = await between("2020-09-25_f1c885bd", "2020-10-22_dba3b92a");
    expect(coverage.tested).toMatchObject({ from: 229, to: 235, progress: 5, restated: 1 });
    expect(coverage.restated).toMatchObject([{ field: "tested", by: 1 }]);
    expect(coverage.flaps).toEqual([]);
  });

  it("October to November: 27 tested, 14 declared ineligible, one restated below it", async () => {
    const { coverage } = await between(
      "2020-10-22_dba3b92a",
      "2020-11-23_15446c46",
      "2020-09-25_f1c885bd",
    );
    expect(coverage.tested).toMatchObject({ from: 235, to: 263, progress: 27, restated: 1 });
    expect(coverage.total).toMatchObject({
      from: 424,
      to: 418,
      promoted: 8,
      ineligible: -14,
      restated: 0,
    });
    const runs = coverage.restated.map(({ field, by, rows }) => [field, by, rows.length]);
    expect(runs).toEqual([
      ["tested", 2, 1],
      ["tested", 1, 3],
      ["total", -14, 12],
    ]);
  });
});

describe.skipIf(!isThere).each([
  ["2022-12_6353b886", 234, 359],
  ["2026-06-29_HEAD", 237, 412],
] as const)("after it, in the export %s", (later, tested, total) => {
  const found = () => between("2020-11-23_15446c46", later);

  it("the row of 1.20 was restated from 263 of 418, with both commits, and nothing was lost", async () => {
    const { coverage, changes } = await found();
    const none = { progress: 0, ineligible: 0 };
    expect(coverage.tested).toEqual({ from: 263, to: tested, ...none, restated: tested - 263 });
    expect(coverage.total).toMatchObject({ from: 418, to: total, restated: total - 418 });
    expect(coverage.isClosed).toBe(true);
    expect(coverage.names).toBeUndefined();
    const { from, to } = coverage.exports;
    expect([from?.commit, to?.commit]).toEqual(["15446c46", later.split("_")[1]]);
    const [share] = changes.keyResults;
    expect(share?.causes.map(({ kind }) => kind)).toEqual(["restated"]);
  });

  it("the deck says so where it tells of history, and has no progress to tell of", async () => {
    const { assessment } = await found();
    const slides = compose(assessment).slides.filter(({ id }) => id.startsWith("changes"));
    const [progress = "", ...others] = slides.map((slide) => linesOf(slide).join("\n"));
    expect(progress).not.toMatch(/tested in 1\.20/);
    const history = others.at(-1) ?? "";
    expect(history).toContain(`1.20: tested −${263 - tested}, 263 to ${tested}`);
    expect(history).toContain(`1.20: total −${418 - total}, 418 to ${total}`);
    expect(history).toContain("15446c4");
    expect(history).toContain((later.split("_")[1] ?? "").slice(0, 7));
  });
});
