import { describe, expect, it } from "vitest";
import {
  findSnapshots,
  loadSnapshot,
  loadSnapshotOrNotice,
  newestAtOrBefore,
  snapshotPath,
  writeSnapshot,
} from "../../../src/archive/archive.ts";
import { formatSnapshot } from "../../../src/archive/parse-snapshot.ts";
import { PlanError } from "../../../src/domain/errors.ts";
import { MemoryFiles } from "../../builders/memory-files.ts";
import { aSnapshot } from "../../builders/snapshot.ts";

const folder = "data/snapshots/v1.20";
const september = aSnapshot({ asOf: "2020-09-25T08:00:00Z" });
const october = aSnapshot({ asOf: "2020-10-22T08:00:00Z" });

/** A data folder with two snapshots and things that are none. */
function someFiles(): MemoryFiles {
  return new MemoryFiles({
    [`${folder}/2020-10-22T080000Z.json`]: formatSnapshot(october),
    [`${folder}/2020-09-25T080000Z.json`]: formatSnapshot(september),
    [`${folder}/2020-02-30T080000Z.json`]: "no such day",
    [`${folder}/2020-10-22T080000Z.json.bak`]: "",
    [`${folder}/README.md`]: "",
  });
}

describe("finding", () => {
  it("knows the snapshots by name, the oldest first, and opens none", async () => {
    const files = someFiles();
    expect(await findSnapshots(files, "data", "v1.20")).toEqual([
      { asOf: september.asOf, path: `${folder}/2020-09-25T080000Z.json` },
      { asOf: october.asOf, path: `${folder}/2020-10-22T080000Z.json` },
    ]);
    expect(files.read).toEqual([]);
    expect(await findSnapshots(files, "data", "v1.21")).toEqual([]);
  });

  it("takes the newest at or before an instant", async () => {
    const found = await findSnapshots(someFiles(), "data", "v1.20");
    const check = (asOf: string, expected: string | undefined) =>
      expect(newestAtOrBefore(found, asOf)?.asOf).toBe(expected);
    check("2020-10-22T08:00:00Z", october.asOf);
    check("2020-10-22T07:59:59Z", september.asOf);
    check("2030-01-01T00:00:00Z", october.asOf);
    check("2020-09-25T07:59:59Z", undefined);
  });

  it("leaves the data folder for no plan's name", () => {
    expect(snapshotPath("data", "v1.20", october.asOf)).toBe(`${folder}/2020-10-22T080000Z.json`);
    for (const name of [
      "..",
      ".",
      "",
      "a/b",
      "a\\b",
      "A",
      ".hidden",
      "v1.",
      "a\0",
      "a".repeat(101),
    ]) {
      expect(() => snapshotPath("data", name, october.asOf)).toThrow(PlanError);
    }
  });
});

describe("loading", () => {
  it("reads one snapshot", async () => {
    const files = someFiles();
    expect(await loadSnapshot(files, `${folder}/2020-10-22T080000Z.json`)).toEqual(october);
    expect(files.read).toEqual([`${folder}/2020-10-22T080000Z.json`]);
  });

  it("takes a file of any name, but not under the name of another instant", async () => {
    const wrong = `${folder}/2020-10-23T080000Z.json`;
    const files = new MemoryFiles({
      "copy.json": formatSnapshot(october),
      [wrong]: formatSnapshot(october),
    });
    expect(await loadSnapshot(files, "copy.json")).toEqual(october);
    await expect(loadSnapshot(files, wrong)).rejects.toThrow(
      `${wrong} holds a snapshot as of 2020-10-22T08:00:00Z`,
    );
  });

  it("says that there is none", async () => {
    await expect(loadSnapshot(someFiles(), "none.json")).rejects.toThrow(
      "there is no snapshot none.json",
    );
  });

  it("makes a notice of one that cannot be read, for a series that goes on", async () => {
    const files = new MemoryFiles({
      "cut.json": '{\n"jobs": ',
      "good.json": formatSnapshot(october),
    });
    expect(await loadSnapshotOrNotice(files, "good.json")).toEqual({ snapshot: october });
    expect(await loadSnapshotOrNotice(files, "cut.json")).toEqual({
      notice: {
        code: "snapshot-damaged",
        severity: "warning",
        subject: "cut.json",
        message: "cut.json is damaged: not JSON from here on (line 2, column 9)",
      },
    });
  });

  it("does not hide what is no fault of the file", async () => {
    const files = new MemoryFiles({});
    files.readText = () => Promise.reject(new TypeError("a bug"));
    await expect(loadSnapshotOrNotice(files, "any.json")).rejects.toThrow("a bug");
  });
});

describe("writing", () => {
  it("adds a file that is read again, and never replaces it", async () => {
    const files = new MemoryFiles({});
    const place = { data: "data", planName: "v1.20" };
    const path = await writeSnapshot(files, place, october);
    expect(path).toBe(`${folder}/2020-10-22T080000Z.json`);
    expect(await loadSnapshot(files, path)).toEqual(october);
    await expect(writeSnapshot(files, place, { ...october, release: "1.21" })).rejects.toThrow(
      PlanError,
    );
    expect(await loadSnapshot(files, path)).toEqual(october);
  });
});
