import { describe, expect, it } from "vitest";
import { addPublication, ledgerFolder, readLedger } from "../../../src/archive/ledger.ts";
import { PlanError } from "../../../src/domain/errors.ts";
import { MemoryFiles } from "../../builders/memory-files.ts";
import { aPublication } from "../../builders/publication.ts";

const folder = "data/posts/v1.20";
const text = (at: string) => JSON.stringify(aPublication({ at }));
const read = (files: MemoryFiles) => readLedger(files, "data", "v1.20");
const first = "2020-10-08T09:00:00Z";
const second = "2020-10-22T09:00:00Z";

describe("a ledger", () => {
  it("that is not there, or holds nothing of ours, is empty", async () => {
    const nothing = { publications: [], notices: [] };
    expect(await read(new MemoryFiles({}))).toEqual(nothing);
    const others = [".lock", "README.md", "1-github-issue.json", "0001-x.json.part"];
    const files = Object.fromEntries(others.map((name) => [`${folder}/${name}`, "?"]));
    expect(await read(new MemoryFiles(files))).toEqual(nothing);
  });

  it("is read in the order of its numbers, whatever the targets' names", async () => {
    const files = new MemoryFiles({
      [`${folder}/10000-email.json`]: text(second),
      [`${folder}/9999-slack.json`]: text(first),
    });
    const { publications } = await read(files);
    expect(publications.map(({ at }) => at)).toEqual([first, second]);
  });

  it("gives back what was added, and numbers on", async () => {
    const files = new MemoryFiles({ [`${folder}/0009-email.json`]: text(first) });
    const added = aPublication({ to: "slack", place: "slack.com/C012", state: "begun", posts: [] });
    expect(await addPublication(files, "data", added)).toBe(`${folder}/0010-slack.json`);
    expect((await read(files)).publications.at(-1)).toEqual(added);
  });

  it("of one plan knows nothing of another's", async () => {
    const files = new MemoryFiles({});
    await addPublication(files, "data", aPublication({ plan: "v1.21" }));
    expect((await read(files)).publications).toEqual([]);
    expect([...files.texts.keys()]).toEqual(["data/posts/v1.21/0001-github-issue.json"]);
  });

  it("lies where the plan's name alone decides, which leads nowhere else", () => {
    expect(ledgerFolder("data", "v1.20")).toBe(folder);
    expect(() => ledgerFolder("data", "../v1.20")).toThrow(PlanError);
  });
});

describe("a damaged entry", () => {
  const { schemaVersion: _, ...unversioned } = aPublication();
  it.each([
    ["empty", ""],
    ["cut", text(first).slice(0, 100)],
    ["no object", "[]"],
    ["of another version", JSON.stringify({ ...aPublication(), schemaVersion: 2 })],
    ["without a version", JSON.stringify(unversioned)],
    ["with a key that we do not write", JSON.stringify({ ...aPublication(), token: "x" })],
    ["with no instant", JSON.stringify(aPublication({ asOf: "yesterday" }))],
    [
      "with half a hash",
      JSON.stringify(aPublication({ posts: [{ part: 1, id: "1", hash: "0" }] })),
    ],
  ])("that is %s is told by its file, and hides no other", async (_, damaged) => {
    const files = new MemoryFiles({
      [`${folder}/0001-github-issue.json`]: text(first),
      [`${folder}/0002-github-issue.json`]: damaged,
      [`${folder}/0003-github-issue.json`]: text(second),
    });
    const { publications, notices } = await read(files);
    expect(publications.map(({ at }) => at)).toEqual([first, second]);
    expect(notices).toEqual([
      {
        code: "ledger-damaged",
        severity: "warning",
        subject: "0002-github-issue.json",
        message: "0002-github-issue.json of the ledger of posts cannot be read",
      },
    ]);
  });
});

it("two that are added at once: one is refused, and none is written over", async () => {
  const files = new MemoryFiles({});
  const add = (at: string) => addPublication(files, "data", aPublication({ at }));
  const results = await Promise.allSettled([add(first), add(second)]);
  expect(results.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
  expect((await read(files)).publications).toHaveLength(1);
});
