/** What a report is compared with: the last one that was posted, however long ago. */
import { describe, expect, it } from "vitest";
import { formatSnapshot } from "../../../src/archive/parse-snapshot.ts";
import type { Publication } from "../../../src/domain/publication.ts";
import { loadInputs } from "../../../src/pipeline/load-inputs.ts";
import { MemoryFiles } from "../../builders/memory-files.ts";
import { aPublication } from "../../builders/publication.ts";
import { aSnapshot } from "../../builders/snapshot.ts";

const plan = { file: "v1.20.yaml", text: 'release: "1.20"\nobjectives: []\n' };

/** Gaps of 1, 39, 14 and 3 days. */
const days = ["2020-09-12", "2020-09-13", "2020-10-22", "2020-11-05", "2020-11-08"];

const instant = (day: string) => `${day}T08:00:00Z`;

function filesOf(entries: readonly (Partial<Publication> | string)[]): MemoryFiles {
  const snapshots = days.map((day) => {
    const snapshot = aSnapshot({ asOf: instant(day), plan });
    return [`data/snapshots/v1.20/${day}T080000Z.json`, formatSnapshot(snapshot)] as const;
  });
  const ledger = entries.map((entry, index) => {
    const text = typeof entry === "string" ? entry : JSON.stringify(aPublication(entry));
    return [`data/posts/v1.20/000${index + 1}-github-issue.json`, text] as const;
  });
  return new MemoryFiles(Object.fromEntries([...snapshots, ...ledger]));
}

type Choice = Parameters<typeof loadInputs>[2];

/** The days of the report and of what it is compared with, and the codes of the notices. */
async function check(
  entries: readonly (Partial<Publication> | string)[],
  expected: readonly (string | undefined)[],
  choice: Partial<Choice> = {},
): Promise<void> {
  const inputs = await loadInputs(filesOf(entries), plan, { data: "data", ...choice });
  const compared = inputs.since?.snapshot.asOf.slice(0, 10);
  expect([compared, ...inputs.notices.map(({ code }) => code)]).toEqual(expected);
}

const of = (day: string, fields: Partial<Publication> = {}) => ({ asOf: instant(day), ...fields });

describe("a report is compared", () => {
  it.each(["2020-09-12", "2020-09-13", "2020-10-22", "2020-11-05"])(
    "with that of %s where it was the last to be posted",
    async (day) => check([of(day)], [day]),
  );

  it("with the last snapshot where none was posted", async () => check([], ["2020-11-05"]));

  it("with the newest of those that were posted, in whatever order and wherever", async () => {
    const slack = { to: "slack", place: "slack.com/C012" };
    await check([of("2020-10-22", slack), of("2020-09-13")], ["2020-10-22"]);
  });

  it("not with itself where it is posted again", async () =>
    check([of("2020-10-22"), of("2020-11-08")], ["2020-10-22"]));

  it("not with what was begun or refused: nobody knows that it was read", async () => {
    const entries = [
      of("2020-09-13"),
      of("2020-10-22", { state: "begun" }),
      of("2020-11-05", { state: "refused" }),
    ];
    await check(entries, ["2020-09-13"]);
  });

  it("not with a reminder, with which only another reminder is", async () => {
    const entries = [of("2020-10-22"), of("2020-11-05", { cut: "reminder" })];
    await check(entries, ["2020-10-22"]);
    await check(entries, ["2020-11-05"], { isReminder: true });
  });

  it("as of a past day with what had been posted then", async () =>
    check([of("2020-09-12"), of("2020-11-05")], ["2020-09-12"], { asOf: "2020-10-22" }));

  it("with what is asked for in its place", async () =>
    check([of("2020-10-22")], ["2020-09-13"], { since: "2020-09-30" }));

  it("with the last snapshot, and says so, where that of the last post is gone", async () =>
    check([of("2020-10-01")], ["2020-11-05", "snapshot-missing"]));

  it("with the last that the ledger still tells of, and says so, where an entry is damaged", async () =>
    check([of("2020-09-13"), "{"], ["2020-09-13", "ledger-damaged"]));
});
