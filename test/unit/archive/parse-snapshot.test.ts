import { describe, expect, it } from "vitest";
import { formatSnapshot, parseSnapshot } from "../../../src/archive/parse-snapshot.ts";
import { PlanError } from "../../../src/domain/errors.ts";
import type { Snapshot } from "../../../src/domain/snapshot.ts";
import {
  aCoverage,
  aJob,
  aRelease,
  aSnapshot,
  aSource,
  aTimeline,
  aWorkItem,
  anEvent,
} from "../../builders/snapshot.ts";

/** The error of reading `text`, as the command prints it. */
function errorOf(text: string): PlanError {
  try {
    parseSnapshot("data/s.json", text);
  } catch (error) {
    if (error instanceof PlanError) return error;
    throw error;
  }
  throw new Error("it was read without an error");
}

/** Reading a snapshot with some fields replaced by anything finds exactly these problems. */
function check(fields: Readonly<Record<string, unknown>>, ...expected: readonly string[]): void {
  const { message, hint, problems } = errorOf(JSON.stringify({ ...aSnapshot(), ...fields }));
  expect(message).toBe("data/s.json is no valid snapshot");
  expect(hint).toMatch(/^Restore/);
  expect(problems.map((problem) => problem.message)).toEqual(expected);
}

describe("the text of a snapshot", () => {
  it("has keys in a fixed order, two spaces and a newline at the end", () => {
    const { jobs, asOf, ...rest } = aSnapshot();
    const shuffled: Snapshot = { jobs, asOf, ...rest };
    expect(formatSnapshot(shuffled)).toBe(`${JSON.stringify(aSnapshot(), null, 2)}\n`);
  });

  it("is written for snapshots only", () => {
    const broken = aSnapshot({ workItems: [aWorkItem({ source: "nowhere" })] });
    expect(() => formatSnapshot(broken)).toThrow("not a snapshot");
  });
});

describe("damage is told with its place", () => {
  function checkPlace(text: string, line: number, column: number): void {
    const { message, problems } = errorOf(text);
    expect(message).toBe("data/s.json is damaged");
    expect(problems).toMatchObject([{ at: { file: "data/s.json", line, column } }]);
  }

  it("where the text ends early", () => {
    checkPlace("", 1, 1);
    checkPlace('{\n  "release": "1.2', 2, 14);
    checkPlace('{\n  "jobs": [\n', 3, 1);
  });

  it("where something cannot stand", () => {
    checkPlace('{\n  "a": 1\n  "b": 2\n}', 3, 3);
    checkPlace('{ "a": 1, }', 1, 11);
    checkPlace('{ "a": nul }', 1, 8);
    checkPlace('{ "a": 01 }', 1, 8);
    checkPlace("[1, 2}", 1, 6);
    checkPlace("{} {}", 1, 4);
    checkPlace("\ufeff{}", 1, 1);
    checkPlace('{ "a": "\u0001" }', 1, 8);
  });

  it("without a stack overflow in deep nesting", () => {
    checkPlace("[".repeat(100_000), 1, 100_001);
  });
});

describe("the format's version", () => {
  function checkVersion(text: string, expected: string, hint: string): void {
    const error = errorOf(text);
    expect(error.message).toBe(`data/s.json ${expected}`);
    expect(error.hint).toContain(hint);
  }

  it("is compared before anything else", () => {
    const newer = "has snapshot format 2; this release-deck reads format 1";
    checkVersion('{ "schemaVersion": 2, "all": "new" }', newer, "Update release-deck");
    const older = "has snapshot format 0; this release-deck reads format 1";
    checkVersion('{ "schemaVersion": 0 }', older, "version control");
  });

  it.each([["null"], ["[]"], ["1"], ["{}"], ['{ "schemaVersion": "1" }']])(
    "is missing in %s",
    (text) => {
      checkVersion(text, "is no snapshot: it has no schemaVersion", "right file");
    },
  );
});

describe("what does not fit the schema is told with its JSON path", () => {
  it("keys that are missing, of another type or not known", () => {
    const { jobs: _, ...rest } = aSnapshot();
    const error = errorOf(JSON.stringify({ ...rest, extra: 1, release: 1.2 }));
    expect(error.problems.map(({ message }) => message)).toEqual([
      "release: Invalid input: expected string, received number",
      "jobs: Invalid input: expected array, received undefined",
      'Unrecognized key: "extra"',
    ]);
    const prototype = JSON.stringify(aSnapshot()).replace("{", '{"__proto__":{"polluted":1},');
    expect(errorOf(prototype).problems).toEqual([{ message: 'Unrecognized key: "__proto__"' }]);
  });

  it("values that are not allowed", () => {
    check({ release: "v1.20" }, "release: expected a release such as 1.20");
    check(
      { asOf: "2020-02-30T08:00:00Z" },
      "asOf: expected an instant in UTC such as 2020-10-22T08:00:00Z",
    );
    check(
      { sources: [aSource({ url: "javascript:alert(1)" })] },
      "sources[0].url: expected an address that begins with https:// or http://",
    );
    check(
      { workItems: [{ ...aWorkItem({ ref: "#1" }), state: "opne" }] },
      "workItems[0].ref: expected a reference such as owner/name#123",
      'workItems[0].state: Invalid option: expected one of "open"|"closed"|"merged"',
    );
    check(
      { timeline: aTimeline({ events: [anEvent({ date: "2020-11-31" })] }) },
      "timeline.events[0].date: expected a day such as 2020-10-22",
    );
    check(
      { timeline: aTimeline({ events: [anEvent({ zone: "Anywhere on Earth" })] }) },
      "timeline.events[0].zone: expected a time zone such as America/Los_Angeles",
    );
  });

  it("counts that cannot be", () => {
    const rows = [aRelease({ release: "1.9" }), aRelease({ tested: 419 })];
    check(
      { coverage: aCoverage({ releases: rows }) },
      "coverage.releases[1]: more are tested than there are",
    );
    const unordered = [aRelease({ release: "1.10" }), aRelease({ release: "1.9" })];
    check(
      { coverage: aCoverage({ releases: unordered }) },
      "coverage.releases: expected the oldest release first, each once",
    );
    check(
      { coverage: aCoverage({ debt: [{ release: "1.20", promoted: 1, untested: 2 }] }) },
      "coverage.debt[0]: more are untested than were promoted",
    );
  });

  it("sources that are not there, and what is there twice", () => {
    check(
      {
        sources: [aSource({ id: "a" }), aSource({ id: "a" })],
        workItems: [aWorkItem({ source: "a" }), aWorkItem({ source: "a" })],
        jobs: [aJob({ source: "x" })],
        coverage: aCoverage({
          source: "a",
          debtSource: "y",
          ineligibleSource: "z",
          endpoints: [
            { name: "e", promoted: "1.9" },
            { name: "e", promoted: "1.9" },
          ],
        }),
        timeline: aTimeline({ source: "a" }),
      },
      'jobs[0].source: names the source "x", which is not in sources',
      'coverage.debtSource: names the source "y", which is not in sources',
      'coverage.ineligibleSource: names the source "z", which is not in sources',
      "sources[1]: repeats a of sources[0]",
      "workItems[1]: repeats kubernetes/kubernetes#95713 of workItems[0]",
      "coverage.endpoints[1]: repeats e of coverage.endpoints[0]",
    );
  });

  it("more than is allowed, the first ten of many", () => {
    check(
      { plan: { file: "v1.20.yaml", text: "x".repeat(1_000_001) } },
      "plan.text: Too big: expected string to have <=1000000 characters",
    );
    const jobs = Array.from({ length: 12 }, () => 1);
    const { problems } = errorOf(JSON.stringify({ ...aSnapshot(), jobs }));
    expect(problems).toHaveLength(11);
    expect(problems.at(-1)).toEqual({ message: "and 2 more" });
  });

  it("but a long or hostile title is a title", () => {
    const title = "<script>|`@everyone` #1\n\u202e 发布 🚀".padEnd(10_000, "x");
    const snapshot = aSnapshot({ workItems: [aWorkItem({ title })] });
    expect(parseSnapshot("s.json", formatSnapshot(snapshot))).toEqual(snapshot);
  });
});
