import { describe, expect, it } from "vitest";
import { apisnoop } from "../../../../../src/collect/coverage/apisnoop.ts";
import type { ReleaseCoverage } from "../../../../../src/domain/facts.ts";
import {
  collectedExport,
  inFolder,
  noAudit,
  noticesOf,
  smallExport,
} from "../../../../builders/apisnoop-export.ts";
import { collectedBy, type World } from "../../../../builders/collecting.ts";
import { aCoverage, aRelease, aSnapshot, aSource } from "../../../../builders/snapshot.ts";

const progressFile = "conformance-progress.json";
const listFile = "conformance-endpoints.json";

describe("an export after another", () => {
  const asOf = "2020-11-23T08:00:00Z";

  /** After a snapshot whose newest row is this one. */
  async function after(row: Partial<ReleaseCoverage>, world: World = {}, source = {}) {
    const coverage = aCoverage({ releases: [aRelease(row)] });
    const sources = [aSource({ retrievedAt: "2020-11-09T08:00:00Z", ...source })];
    const previous = aSnapshot({ coverage, sources, asOf: "2020-11-22T08:00:00Z" });
    return collectedExport({}, { previous, asOf, ...world });
  }

  it("is believed without a jump", async () => {
    expect(noticesOf(await after({ total: 5, tested: 3 }))).toEqual([noAudit]);
    expect(noticesOf(await after({ release: "1.18", total: 4, tested: 1 }))).toEqual([noAudit]);
    expect(noticesOf(await after({ release: "1.3", total: 400, tested: 1 }))).toEqual([noAudit]);
  });

  it("is not believed after a jump of more than 10 % or 10 points", async () => {
    const more = "more likely a bad export than news, so it is not believed for two weeks";
    await expect(after({ total: 6, tested: 3 })).rejects.toMatchObject({
      code: "coverage-jump",
      message: `the total of 1.20 jumped from 6 to 5: ${more}`,
    });
    await expect(after({ total: 5, tested: 2 })).rejects.toMatchObject({
      message: `the tested share of 1.20 jumped from 40.00% to 60.00%: ${more}`,
    });
    await expect(after({ release: "1.19", total: 9, tested: 1 })).rejects.toMatchObject({
      code: "coverage-jump",
    });
  });

  it("is believed all the same where a person names its commit", async () => {
    const ref = "15446c46357d0123456789abcdef0123456789ab";
    const folder = `https://raw.githubusercontent.com/kubernetes-sigs/apisnoop/${ref}/resources/coverage`;
    const previous = aSnapshot({ coverage: aCoverage({ releases: [aRelease({ total: 9 })] }) });
    const world = { answers: inFolder(folder, smallExport), previous };
    expect(noticesOf(await collectedBy(apisnoop, { ref }, world))).toContain(
      "warning coverage-jump: the total of 1.20 jumped from 9 to 5",
    );
  });

  it("is believed once what was carried over is two weeks old", async () => {
    const row = { total: 6, tested: 3 };
    const carried = { status: "carried", retrievedAt: "2020-11-09T08:00:00Z" };
    expect(noticesOf(await after(row, {}, carried))).toContain(
      "warning coverage-jump: the total of 1.20 jumped from 6 to 5",
    );
    const younger = { ...carried, retrievedAt: "2020-11-10T08:00:00Z" };
    await expect(after(row, {}, younger)).rejects.toMatchObject({ code: "coverage-jump" });
  });

  it("is not believed where it is an older one", async () => {
    await expect(after({ release: "1.21", total: 6, tested: 3 })).rejects.toMatchObject({
      code: "coverage-older",
      message: "the export ends at 1.20, the one before at 1.21: it is an older one",
    });
  });

  it("says where less is tested than was", async () => {
    const coverage = aCoverage({ releases: [aRelease({ total: 100, tested: 50 })] });
    const row = { release: "1.20.0", total: { endpoints: 100, tested: 49 } };
    const found = await collectedExport(
      {
        [progressFile]: JSON.stringify([row]),
        "conformance-coverage-per-release.json": "",
        [listFile]: "",
      },
      { previous: aSnapshot({ coverage }) },
    );
    expect(noticesOf(found)).toContain(
      "warning coverage-fell: tested of 1.20 fell from 50 to 49 since the snapshot of 2020-10-22T08:00:00Z",
    );
  });
});
