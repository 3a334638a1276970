import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { kep } from "../../../../src/collect/enhancements/kep.ts";
import { parseKep } from "../../../../src/collect/enhancements/parse-kep.ts";
import { collectedBy, requestsOf } from "../../../builders/collecting.ts";

/** A proposal with these lines beside its title and number. */
function read(...lines: readonly string[]) {
  const { enhancement, doubts } = parseKep(
    ["title: A proposal", "kep-number: 7", ...lines, ""].join("\n"),
    "kep.yaml",
  );
  return { ...enhancement, doubts };
}

describe("a proposal", () => {
  it.each([
    ["implementable", "implementable", []],
    ["Implemented", "implemented", []],
    ["implemented (alpha)", "implemented", []],
    ["imlpemented", "implemented", []],
    ["provisional|implementable|implemented", undefined, []],
    ["", undefined, []],
    ["null", undefined, []],
    ["nearly done", undefined, ["status"]],
    ["mplementable", undefined, ["status"]],
  ])("whose status is %j: %s", (written, status, doubts) => {
    const found = read(`status: ${written}`);
    expect([found.status, found.doubts]).toEqual([status, doubts]);
  });

  it.each([
    ["alpha", "alpha", []],
    ["alpha (deprecated)", "alpha", []],
    ["alpha|beta|stable", undefined, []],
    ["", undefined, []],
    ["GA", undefined, ["stage"]],
  ])("whose stage is %j: %s", (written, stage, doubts) => {
    const found = read(`stage: ${written}`);
    expect([found.stage, found.doubts]).toEqual([stage, doubts]);
  });

  it.each([
    ['"v1.33"', "1.33", []],
    ['"1.19"', "1.19", []],
    ["1.20", "1.20", []],
    ["v1.20.0", "1.20", []],
    ['"0.0"', undefined, []],
    ["TBD", undefined, []],
    ['""', undefined, []],
    ["1.N", undefined, []],
    ["next year", undefined, ["latest-milestone"]],
  ])("last planned for %s: %s", (written, release, doubts) => {
    const found = read(`latest-milestone: ${written}`);
    expect([found.release, found.doubts]).toEqual([release, doubts]);
  });

  it("reaches its stages in releases that are text", () => {
    const found = read(
      "milestone:",
      "  alpha: v1.19",
      "  beta: 1.20",
      "  stable: never",
      "  x: 1.9",
    );
    expect(found).toMatchObject({ milestones: { alpha: "1.19", beta: "1.20" }, doubts: [] });
    expect(read("milestone:").milestones).toEqual({});
    expect(read("milestone:", "  beta: soon").doubts).toEqual(["milestone.beta"]);
    expect(read("milestone:", "  beta:", "    - 1").doubts).toEqual(["milestone.beta"]);
  });

  it("may have dates that do not exist, which nobody needs", () => {
    expect(read("creation-date: 2023-14-05", "last-updated: v1.29").doubts).toEqual([]);
  });

  it("has its issue by its number, however that is written", () => {
    expect(read().ref).toBe("kubernetes/enhancements#7");
    expect(parseKep('title: a\nkep-number: "0012"\n', "x").enhancement.ref).toBe(
      "kubernetes/enhancements#12",
    );
  });

  it.each(["title: a\nkep-number: NNNN\n", "kep-number: 7\n", "title: a\n", "", "- a\n", "a: [\n"])(
    "%j is none",
    (yaml) => {
      expect(() => parseKep(yaml, "x")).toThrow(expect.objectContaining({ code: "malformed" }));
    },
  );
});

describe("proposals of a plan", () => {
  const yaml = "title: A\nkep-number: 1\n";

  it("are read at a commit, which is kept", async () => {
    const ref = "a".repeat(40);
    const url = `https://raw.githubusercontent.com/kubernetes/enhancements/${ref}/keps/sig-a/1-a/kep.yaml`;
    const world = { answers: { [url]: yaml } };
    const settings = { keps: ["sig-a/1-a"], ref };
    expect(await requestsOf(kep, settings, world)).toMatchObject([{ url }]);
    const { sources, facts } = await collectedBy(kep, settings, world);
    expect(sources).toMatchObject([{ id: "enhancements-1", commit: ref }]);
    expect(facts.enhancements).toMatchObject([{ source: "enhancements-1" }]);
  });

  it("of which some cannot be read are told", async () => {
    const texts = { "here/keps/sig-a/1-a/kep.yaml": yaml };
    const settings = { keps: ["sig-a/1-a", "sig-a/2-b"], from: "here" };
    const { facts, notices } = await collectedBy(kep, settings, { texts });
    expect(facts.enhancements).toHaveLength(1);
    expect(notices).toMatchObject([{ code: "enhancement-unreadable", subject: "sig-a/2-b" }]);
  });

  it.each(["../1-a", "sig-a/../../x", "sig-a", "sig-a/a", "sig-a/1-a/kep.yaml", "https://x/1-a"])(
    "%s is no folder of one",
    (name) => expect(kep.settings.safeParse({ keps: [name] }).success).toBe(false),
  );
});

const corpus = new URL("../../../../../shared/corpus/keps/", import.meta.url);

describe.skipIf(!existsSync(corpus))("real proposals", () => {
  const parsed = (name: string) => {
    const file = new URL(`${name}.kep.yaml`, corpus);
    return parseKep(readFileSync(file, "utf8"), name);
  };

  it("are all understood but for the empty form", () => {
    const names = readdirSync(corpus).map((name) => name.replace(".kep.yaml", ""));
    const real = names.filter((name) => name !== "TEMPLATE");
    expect(real).toHaveLength(12);
    const doubts = real.map((name) => [name, parsed(name).doubts] as const);
    expect(doubts.filter(([, found]) => found.length > 0)).toEqual([]);
    expect(() => parsed("TEMPLATE")).toThrow("has no title or no kep-number");
  });

  it.each([
    [
      "sig-node__585-runtime-class",
      { status: "implemented", stage: "stable", release: "1.20" },
      { alpha: "1.12", beta: "1.14", stable: "1.20" },
    ],
    [
      "sig-architecture__1333-conformance-without-beta",
      { status: "implementable", stage: "beta", release: "1.19" },
      {},
    ],
    [
      "sig-node__281-dynamic-kubelet-configuration",
      { status: "removed", stage: "removed", release: "1.26" },
      { alpha: "1.8", beta: "1.11", deprecated: "1.22", removed: "1.24" },
    ],
    [
      "sig-network__563-dual-stack",
      { ref: "kubernetes/enhancements#563", release: "1.23" },
      { alpha: "1.20", beta: "1.21", stable: "1.23" },
    ],
    ["sig-api-machinery__5000-api-linting-crd-schema-tooling", {}, {}],
    [
      "sig-instrumentation__1753-logs-sanitization",
      { status: "implemented", stage: "alpha" },
      {
        alpha: "1.19",
        deprecated: "1.24",
        removed: "1.24",
      },
    ],
  ])("%s", (name, fields, milestones) => {
    const { enhancement } = parsed(name);
    expect(enhancement).toMatchObject(fields);
    expect(enhancement.milestones).toEqual(milestones);
  });
});
