import { describe, expect, it } from "vitest";
import { istanbul } from "../../../../src/collect/coverage/istanbul.ts";
import { collectedBy } from "../../../builders/collecting.ts";
import { aCoverage, aRelease, aSnapshot } from "../../../builders/snapshot.ts";

const metric = (total: number, covered: number) => ({ total, covered, skipped: 0, pct: 12.5 });
const total = {
  lines: metric(8, 1),
  statements: metric(9, 2),
  functions: metric(4, 3),
  branches: metric(6, 4),
  branchesTrue: { total: 0, covered: 0, skipped: 0, pct: "Unknown" },
};
const report = { total, "/home/me/src/a.ts": total };

async function collected(content: unknown, settings: Readonly<Record<string, unknown>> = {}) {
  const path = "coverage/coverage-summary.json";
  const text = typeof content === "string" ? content : JSON.stringify(content);
  return collectedBy(istanbul, { path, ...settings }, { texts: { [path]: text } });
}

async function check(name: string, [tested, total]: readonly [number, number]) {
  const { facts, notices } = await collected(report, { metric: name });
  expect(facts.coverage).toEqual({
    source: "coverage",
    unit: name,
    releases: [{ release: "1.20", tested, total }],
  });
  expect(notices).toEqual([]);
}

async function checkRefused(content: unknown, message: string) {
  await expect(collected(content)).rejects.toMatchObject({
    name: "SourceError",
    message: expect.stringContaining(message) as string,
  });
}

describe("an Istanbul summary", () => {
  it("gives the sum of each metric, lines by default", async () => {
    await check("lines", [1, 8]);
    await check("statements", [2, 9]);
    await check("functions", [3, 4]);
    await check("branches", [4, 6]);
    const { facts } = await collected(report, { unit: "lines of code" });
    expect(facts.coverage).toMatchObject({ unit: "lines of code", releases: [{ total: 8 }] });
  });

  it("is a source without its folder, of an address without what stands behind it", async () => {
    const { sources } = await collected(report);
    expect(sources).toEqual([
      {
        id: "coverage",
        kind: "coverage",
        title: "Istanbul report coverage-summary.json",
        retrievedAt: "2020-11-23T08:00:00Z",
        status: "ok",
      },
    ]);
    const path = "https://example.org/coverage-summary.json?token=secret#top";
    const answers = { [path]: JSON.stringify(report) };
    const online = await collectedBy(istanbul, { path }, { answers });
    expect(online.sources).toMatchObject([{ url: "https://example.org/coverage-summary.json" }]);
    expect(JSON.stringify(online)).not.toContain("secret");
  });

  it("is believed when it jumps, and says so", async () => {
    const coverage = aCoverage({ unit: "lines", releases: [aRelease({ total: 8, tested: 8 })] });
    const path = "summary.json";
    const world = { texts: { [path]: JSON.stringify(report) }, previous: aSnapshot({ coverage }) };
    const { facts, notices } = await collectedBy(istanbul, { path }, world);
    expect(facts.coverage?.releases).toMatchObject([{ tested: 1 }]);
    expect(notices).toMatchObject([
      { code: "coverage-jump", message: "the tested share of 1.20 jumped from 100.00% to 12.50%" },
    ]);
  });

  it.each([
    ["", "is empty"],
    ["not found", "holds no JSON"],
    ['{"total":{"lines":{"total":8,"cov', "holds no JSON"],
    [[], "is not in the form that is expected"],
    [{ total: { ...total, lines: metric(8, 9) } }, "more lines are covered than there are"],
    [{ total: { ...total, lines: metric(8, -1) } }, "total.lines.covered"],
    [{ total: { ...total, lines: { total: "87 %", covered: 1 } } }, "total.lines.total"],
    ['{"total":{"lines":{"total":1e999,"covered":1}}}', "total.lines.total"],
    [{ total: {} }, "it has no figures of lines"],
    [{ total: { lines: metric(0, 0) } }, "holds no lines: nothing was measured"],
  ])("is refused: %j", checkRefused);
});
