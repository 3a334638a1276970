import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parseExceptions } from "../../../../src/collect/exceptions/parse-exceptions.ts";
import { exceptions } from "../../../../src/collect/exceptions/sig-release.ts";
import { collectedBy, requestsOf } from "../../../builders/collecting.ts";

const where = "exceptions.yaml";

/** The only entry of a list, with these lines below its name. */
function entry(...lines: readonly string[]) {
  const yaml = ["- name: A feature", ...lines.map((line) => `  ${line}`), ""].join("\n");
  const { exceptions: read, doubts } = parseExceptions(yaml, where);
  const [first] = read;
  return { ...first, doubts };
}

describe("an exception", () => {
  it.each([
    ["approved", "approved"],
    ['"Approved  "', "approved"],
    ["denied", "denied"],
    ["REJECTED", "denied"],
    ["reverted", "withdrawn"],
    ["removed", "withdrawn"],
    ["", "requested"],
    ['""', "requested"],
  ])("whose status is written %s is %s", (written, status) => {
    expect(entry(`status: ${written}`)).toMatchObject({ status, doubts: [] });
  });

  it("whose status is a new word is not approved, which is said", () => {
    const doubts = ['A feature: its status "approved by mail" is none that is known'];
    expect(entry("status: approved by mail")).toMatchObject({ status: "requested", doubts });
  });

  it.each([
    ["2020-11-02", "2020-11-02"],
    ["2020-11-2", "2020-11-02"],
    ['"2020-11-02"', "2020-11-02"],
    ["2020-11-31", undefined],
    ["TBD", undefined],
    ["", undefined],
  ])("reviewed on %s: %s", (written, reviewed) => {
    expect(entry(`date_reviewed: ${written}`).reviewed).toBe(reviewed);
  });

  it("names pull requests and issues, each once, and its enhancement", () => {
    const read = entry(
      "issue: 585",
      "pull_requests:",
      "  - https://github.com/kubernetes/kubernetes/pull/96551",
      '  - "https://github.com/kubernetes/kubernetes/issues/96551 "',
      "  - not yet",
    );
    expect(read).toMatchObject({
      issue: "kubernetes/enhancements#585",
      pulls: ["kubernetes/kubernetes#96551"],
      doubts: ["A feature: some of its pull requests cannot be read"],
    });
  });

  it("may name one pull request without a list, or none", () => {
    const url = "https://github.com/kubernetes/kubernetes/pull/1";
    expect(entry(`pull_requests: ${url}`).pulls).toEqual(["kubernetes/kubernetes#1"]);
    expect(entry("pull_requests:").pulls).toEqual([]);
    expect(entry().pulls).toEqual([]);
  });
});

describe("a list of exceptions", () => {
  it("may be one, or several by freeze", () => {
    const list = (name: string) => `\n- name: ${name}\n`;
    const yaml = `enhancementFreeze:${list("a")}codeFreeze:${list("b")}docsFreeze:${list("c")}testFreeze:${list("d")}`;
    const { exceptions: read, doubts } = parseExceptions(yaml, where);
    expect(read.map(({ name, freeze }) => [name, freeze])).toEqual([
      ["a", "enhancements-freeze"],
      ["b", "code-freeze"],
      ["c", "docs-freeze"],
      ["d", undefined],
    ]);
    expect(doubts).toEqual(['"testFreeze" is no freeze that is known']);
    expect(parseExceptions("- name: a\n", where).exceptions[0]).not.toHaveProperty("freeze");
  });

  it("may hold nothing but remarks, and lists of nothing", () => {
    expect(parseExceptions("# none\n", where).exceptions).toEqual([]);
    expect(parseExceptions("codeFreeze:\ndocsFreeze: []\n", where).exceptions).toEqual([]);
  });

  it("loses the entry without a name, and says so", () => {
    const { exceptions: read, doubts } = parseExceptions("- issue: 1\n- name: b\n- c\n", where);
    expect(read.map(({ name }) => name)).toEqual(["b"]);
    expect(doubts).toEqual(["entry 1 has no name", "entry 3 has no name"]);
  });

  it("that is broken in one entry keeps the others, with their freeze, and names the line", () => {
    const yaml = `codeFreeze:\n- name: a\n  status: denied\n- name: "b",\n  issue: 1\n- name: c\n  issue: 2\n`;
    const { exceptions: read, doubts } = parseExceptions(yaml, where);
    expect(read.map(({ name, freeze }) => [name, freeze])).toEqual([
      ["a", "code-freeze"],
      ["c", "code-freeze"],
    ]);
    expect(doubts).toEqual([expect.stringContaining("exceptions.yaml:4:12: ")]);
  });

  it.each(["", "\n", "<html></html>", "- name: 'a\n", "a: b: c"])("%j is none", (yaml) => {
    expect(() => parseExceptions(yaml, where)).toThrow(
      expect.objectContaining({ code: "malformed" }),
    );
  });
});

it("is read from the release of the plan, or from where the plan says", async () => {
  const url =
    "https://raw.githubusercontent.com/kubernetes/sig-release/master/releases/release-1.20/exceptions.yaml";
  const requests = await requestsOf(exceptions, {}, { answers: { [url]: "- name: a\n" } });
  expect(requests).toMatchObject([{ url }]);
  const texts = { "mine.yaml": "- name: a\n  status: maybe\n" };
  const { sources, notices } = await collectedBy(exceptions, { from: "mine.yaml" }, { texts });
  expect(sources[0]).not.toHaveProperty("url");
  expect(notices).toMatchObject([{ code: "exception-unclear", severity: "warning" }]);
});

const corpus = new URL("../../../../../shared/corpus/release-team/", import.meta.url);

describe.skipIf(!existsSync(corpus))("the release team's own lists", () => {
  const read = (release: string) => {
    const name = `${release}.exceptions.yaml`;
    return parseExceptions(readFileSync(new URL(name, corpus), "utf8"), name);
  };

  it("of 1.20, which is no YAML, holds 15 of its 16 entries", () => {
    const { exceptions: found, doubts } = read("1.20");
    expect(found).toHaveLength(15);
    expect(found.filter(({ status }) => status === "approved")).toHaveLength(11);
    expect(found.filter(({ status }) => status === "denied")).toHaveLength(4);
    expect(doubts).toEqual([expect.stringContaining("1.20.exceptions.yaml:32:60: ")]);
    const [topology] = found.filter(({ issue }) => issue === "kubernetes/enhancements#693");
    expect(topology).toMatchObject({ requested: "2020-11-02", reviewed: "2020-11-03" });
  });

  it("of 1.35 says of each entry which freeze it is about", () => {
    const { exceptions: found, doubts } = read("1.35");
    const count = (freeze: string) => found.filter((one) => one.freeze === freeze).length;
    expect([count("enhancements-freeze"), count("code-freeze"), count("docs-freeze")]).toEqual([
      2, 13, 1,
    ]);
    expect(found).toHaveLength(16);
    expect(doubts).toEqual([]);
  });
});
