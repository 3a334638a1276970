import { describe, expect, it } from "vitest";
import { formatSnapshot } from "../../../src/archive/parse-snapshot.ts";
import { PlanError } from "../../../src/domain/errors.ts";
import type { Snapshot } from "../../../src/domain/snapshot.ts";
import { loadInputs, type Inputs, type SnapshotChoice } from "../../../src/pipeline/load-inputs.ts";
import { MemoryFiles } from "../../builders/memory-files.ts";
import { aSnapshot } from "../../builders/snapshot.ts";

const folder = "/home/ann/data/snapshots/v1.20";
const planOf = (title: string) => `release: "1.20"\ntitle: ${title}\nobjectives: []\n`;
const today = { file: "plans/v1.20.yaml", text: planOf("today") };

/** A snapshot of a day at 08:00, collected under a plan of its own. */
function of(day: string, fields: Partial<Snapshot> = {}): Snapshot {
  const plan = { file: "v1.20.yaml", text: planOf(`of ${day}`) };
  return aSnapshot({ asOf: `${day}T08:00:00Z`, plan, ...fields });
}

const days = ["2020-09-25", "2020-10-22", "2020-11-23"];
const pathOf = (day: string) => `${folder}/${day}T080000Z.json`;

/** Three snapshots, some of them replaced by other texts. */
function filesWith(others: Readonly<Record<string, string>> = {}): MemoryFiles {
  const three = Object.fromEntries(days.map((day) => [pathOf(day), formatSnapshot(of(day))]));
  return new MemoryFiles({ ...three, ...others });
}

async function load(
  choice: Partial<SnapshotChoice> = {},
  files = filesWith(),
  plan = today,
): Promise<Inputs> {
  return loadInputs(files, plan, { data: "/home/ann/data", ...choice });
}

/** Plan, snapshot and as-of that are chosen, and what they are compared with. */
async function check(
  choice: Partial<SnapshotChoice>,
  expected: readonly [plan: string, snapshot: string, asOf: string, since?: string, older?: string],
): Promise<void> {
  const { plan, snapshot, asOf, since, older } = await load(choice);
  const found = [plan.title, snapshot.asOf, asOf, since?.snapshot.asOf, older?.asOf];
  expect(found.filter((one) => one !== undefined)).toEqual(expected);
}

async function refusal(
  choice: Partial<SnapshotChoice>,
  files = filesWith(),
  plan = today,
): Promise<string> {
  try {
    await load(choice, files, plan);
  } catch (error) {
    if (error instanceof PlanError) return `${error.code}: ${error.message}`;
    throw error;
  }
  throw new Error("it was loaded");
}

const [september, october, november] = days.map((day) => `${day}T08:00:00Z`) as [
  string,
  string,
  string,
];

describe("what a run is about", () => {
  it("is today's plan and the newest snapshot, compared with the two before", async () => {
    await check({}, ["today", november, november, october, september]);
  });

  it("of a past day is the plan and the snapshot of then", async () => {
    await check({ asOf: "2020-10-22" }, ["of 2020-10-22", october, october, september]);
    await check({ asOf: "2020-10-22T080000Z" }, ["of 2020-10-22", october, october, september]);
    await check({ asOf: "2020-09-25" }, ["of 2020-09-25", september, september]);
  });

  it("of a later day is as of that day", async () => {
    const until = "2020-11-01T23:59:59Z";
    await check({ asOf: "2020-11-01" }, ["of 2020-10-22", october, until, september]);
  });

  it("of a past day does not read today's plan, which may be broken", async () => {
    const inputs = await load({ asOf: "2020-10-22" }, filesWith(), { ...today, text: ":" });
    expect(inputs.plan.title).toBe("of 2020-10-22");
  });

  it("may be a snapshot that is named, under today's plan", async () => {
    const named = { snapshot: pathOf("2020-10-22") };
    await check(named, ["today", october, october, september]);
    await check({ ...named, asOf: "2020-10-22" }, ["of 2020-10-22", october, october, september]);
  });

  it("may be compared with another day or file", async () => {
    await check({ since: "2020-09-30" }, ["today", november, november, september]);
    await check({ since: pathOf("2020-10-22") }, ["today", november, november, october, september]);
  });

  it("is refused where there is no such snapshot", async () => {
    expect(await refusal({ asOf: "2020-09-24" })).toBe(
      "snapshot-missing: there is no snapshot at or before 2020-09-24T23:59:59Z; the oldest is of 2020-09-25T08:00:00Z",
    );
    expect(await refusal({ data: "elsewhere" })).toBe(
      "snapshot-missing: there is no snapshot in elsewhere/snapshots/v1.20",
    );
    expect(await refusal({ since: "2020-09-24" })).toBe(
      "snapshot-missing: there is no earlier snapshot at or before 2020-09-24",
    );
    expect(await refusal({ since: "no.json" })).toBe(
      "snapshot-missing: there is no snapshot no.json",
    );
    expect(await refusal({ asOf: "yesterday" })).toMatch(/^as-of: /);
  });

  it("is refused for a snapshot of the future, and for one to compare with that is no earlier", async () => {
    expect(await refusal({ asOf: "2020-10-22", snapshot: pathOf("2020-11-23") })).toMatch(
      /^snapshot-from-the-future: the snapshot is of 2020-11-23/,
    );
    expect(await refusal({ asOf: "2020-10-22", since: pathOf("2020-11-23") })).toMatch(
      /^since: --since 2020-11-23T08:00:00Z is not before 2020-10-22T08:00:00Z/,
    );
  });

  it("is refused for another release, on either side", async () => {
    const other = formatSnapshot(of("2020-11-23", { release: "1.21" }));
    const files = filesWith({ [pathOf("2020-11-23")]: other });
    expect(await refusal({}, files)).toBe(
      `snapshot-of-another-release: ${pathOf("2020-11-23")} is about release 1.21, the report about 1.20`,
    );
    const earlier = formatSnapshot(of("2020-10-01", { release: "1.19" }));
    const beside = filesWith({ "other.json": earlier });
    expect(await refusal({ since: "other.json" }, beside)).toMatch(/^snapshot-of-another-release/);
  });

  it("is refused for a broken plan", async () => {
    expect(await refusal({}, filesWith(), { ...today, text: "release: 1" })).toMatch(/^plan: /);
  });
});

describe("what a run read", () => {
  it("is kept for the manifest, each file read once", async () => {
    const files = filesWith();
    const { read } = await load({}, files);
    expect(read.map(({ kind, path }) => [kind, path])).toEqual([
      ["snapshot", pathOf("2020-11-23")],
      ["earlier-snapshot", pathOf("2020-09-25")],
      ["earlier-snapshot", pathOf("2020-10-22")],
    ]);
    expect(read.map(({ text }) => text)).toEqual(read.map(({ path }) => files.texts.get(path)));
    expect(files.read).toEqual(read.map(({ path }) => path));
  });
});

describe("the history", () => {
  const historyOf = ({ past = [] }: Inputs) => past.map(({ plan }) => plan.title);

  it("is every earlier report with the plan of its day, whatever the last is compared with", async () => {
    expect(historyOf(await load())).toEqual(["of 2020-09-25", "of 2020-10-22"]);
    expect(historyOf(await load({ since: "2020-09-30" }))).toEqual([
      "of 2020-09-25",
      "of 2020-10-22",
    ]);
    expect(historyOf(await load({ asOf: "2020-10-22" }))).toEqual(["of 2020-09-25"]);
    expect(historyOf(await load({ asOf: "2020-09-25" }))).toEqual([]);
  });

  it("has a gap, with a notice, where a snapshot is damaged, newer than this program or of another plan", async () => {
    const others = [
      "{",
      '{"schemaVersion":99}',
      formatSnapshot(of("2020-09-25", { release: "1.19" })),
    ];
    for (const text of others) {
      const inputs = await load({}, filesWith({ [pathOf("2020-09-25")]: text }));
      expect(historyOf(inputs)).toEqual(["of 2020-10-22"]);
      expect(inputs.notices).toMatchObject([
        { severity: "warning", subject: "2020-09-25T080000Z.json" },
      ]);
    }
  });
});

describe("the snapshot before, which nobody asked for", () => {
  /** It is left out, and a notice without any folder says why. */
  async function checkLeftOut(text: string, message: string): Promise<void> {
    const { since, notices } = await load({}, filesWith({ [pathOf("2020-10-22")]: text }));
    expect(since).toBeUndefined();
    expect(notices).toMatchObject([{ severity: "warning", subject: "2020-10-22T080000Z.json" }]);
    expect(notices[0]?.message).toContain(message);
    expect(JSON.stringify(notices)).not.toContain("/home/ann");
  }

  it("is left out where it is damaged, of another release, or holds a broken plan", async () => {
    await checkLeftOut("{", "2020-10-22T080000Z.json is damaged");
    const other = of("2020-10-22", { release: "1.19" });
    await checkLeftOut(formatSnapshot(other), "2020-10-22T080000Z.json is about release 1.19");
    const broken = of("2020-10-22", { plan: { file: "v1.20.yaml", text: "release: 1" } });
    await checkLeftOut(formatSnapshot(broken), "in v1.20.yaml");
  });

  it("is an error where somebody asked for it", async () => {
    const files = filesWith({ [pathOf("2020-10-22")]: "{" });
    expect(await refusal({ since: "2020-10-22" }, files)).toMatch(/^snapshot-damaged: /);
  });

  it("may lack the one before it", async () => {
    const files = filesWith({ [pathOf("2020-09-25")]: "{" });
    const { since, older, notices } = await load({}, files);
    expect(since?.snapshot.asOf).toBe(october);
    expect(older).toBeUndefined();
    expect(notices).toMatchObject([{ subject: "2020-09-25T080000Z.json" }]);
  });
});
