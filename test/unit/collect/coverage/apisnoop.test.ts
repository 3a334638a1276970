import { describe, expect, it } from "vitest";
import { apisnoop } from "../../../../src/collect/coverage/apisnoop.ts";
import { SourceError } from "../../../../src/domain/errors.ts";
import type { ReleaseCoverage } from "../../../../src/domain/facts.ts";
import type { WebRequest } from "../../../../src/ports.ts";
import {
  collectedExport,
  inFolder,
  noAudit,
  noticesOf,
  smallExport,
} from "../../../builders/apisnoop-export.ts";
import { collectedBy, requestsOf } from "../../../builders/collecting.ts";

const progressFile = "conformance-progress.json";
const listFile = "conformance-endpoints.json";

describe("an export", () => {
  it("gives rows, debt, what does not count, and endpoints one by one", async () => {
    const found = await collectedExport();
    expect(found.facts.coverage).toEqual({
      source: "coverage-progress",
      debtSource: "coverage-debt",
      ineligibleSource: "coverage-ineligible",
      endpointsSource: "coverage-endpoints",
      unit: "endpoints",
      releases: [
        rowOf("1.18", { total: 4, tested: 1, promoted: 2, stillUntested: 1 }),
        rowOf("1.19", { total: 4, tested: 1 }),
        rowOf("1.20", {
          total: 5,
          tested: 3,
          promoted: 1,
          newTested: 1,
          newWithTests: 1,
          oldTested: 1,
        }),
      ],
      debt: [
        { release: "1.18", promoted: 4, untested: 2 },
        { release: "1.19", promoted: 0, untested: 0 },
        { release: "1.20", promoted: 1, untested: 0 },
      ],
      ineligible: ["a", "z"],
      endpoints: [
        { name: "debt", promoted: "1.18" },
        { name: "fresh", promoted: "1.20", tested: "1.20" },
        { name: "late", promoted: "1.18", tested: "1.20" },
        { name: "old", promoted: "1.5", tested: "1.9" },
        { name: "older", promoted: "1.5" },
      ],
      pages: {
        newTested:
          "https://apisnoop.cncf.io/conformance-progress/endpoints/1.20.0?filter=promotedWithTests",
        oldTested:
          "https://apisnoop.cncf.io/conformance-progress/endpoints/1.20.0?filter=oldCoveredByNew",
        ineligible: "https://apisnoop.cncf.io/conformance-progress/ineligible-endpoints",
      },
    });
    expect(noticesOf(found)).toEqual([noAudit]);
    expect(found.cost).toBe("4 files");
  });

  it("leaves out what an older one does not tell", async () => {
    const row = { release: "1.20.0", total: { endpoints: 5, tested: 3, new: null } };
    const { facts } = await collectedExport({ [progressFile]: JSON.stringify([row]) });
    expect(facts.coverage?.releases).toEqual([{ release: "1.20", total: 5, tested: 3 }]);
  });

  it("tells categories, and holds all endpoints of the release against its row", async () => {
    const one = (endpoint: string, level: string, fields: object = {}) => ({
      endpoint,
      level,
      category: "core",
      description: "reads",
      conf_tested: false,
      ...fields,
    });
    const audit = (more: readonly object[]) =>
      JSON.stringify({
        release: "1.20.0",
        endpoints: [
          one("old", "stable", { conf_tested: true }),
          one("late", "stable", { conf_tested: true, category: "apps" }),
          one("fresh", "stable", { conf_tested: true, description: null }),
          one("debt", "stable"),
          one("older", "stable"),
          one("a", "stable"),
          one("gone", "stable", { description: "deprecated: use the other" }),
          one("young", "beta", { conf_tested: true }),
          ...more,
        ],
      });
    const found = await collectedExport({ "1.20.0.json": audit([]) });
    expect(found.facts.coverage).toMatchObject({
      categoriesSource: "coverage-categories",
      categories: [
        { category: "apps", total: 1, tested: 1 },
        { category: "core", total: 6, tested: 2 },
      ],
    });
    expect(noticesOf(found)).toEqual([]);
    expect(
      noticesOf(await collectedExport({ "1.20.0.json": audit([one("new", "stable")]) })),
    ).toEqual([
      "warning coverage-disagrees: its figures by release and all endpoints of it do not agree: total of 1.20: 5 and 6",
    ]);
  });
});

function rowOf(release: string, fields: Partial<ReleaseCoverage>): ReleaseCoverage {
  const none = { promoted: 0, newTested: 0, newWithTests: 0, oldTested: 0, stillUntested: 0 };
  return { release, total: 0, tested: 0, ...none, ...fields };
}

describe("where an export lies", () => {
  const commit = "15446c46357d0123456789abcdef0123456789ab";
  const raw = "https://raw.githubusercontent.com/kubernetes-sigs/apisnoop";
  const commits = "https://api.github.com/repos/kubernetes-sigs/apisnoop/commits";
  const below = (ref: string) => inFolder(`${raw}/${ref}/resources/coverage`, smallExport);

  async function check(settings: object, answers: Readonly<Record<string, string>>) {
    const world = { answers };
    const { sources, notices } = await collectedBy(apisnoop, settings, world);
    const [first] = await requestsOf(apisnoop, settings, world);
    return { source: sources[0], notices, first };
  }

  it("is the commit that the branch main is at, unless the plan says otherwise", async () => {
    const answers = { [`${commits}/main`]: `${commit}\n`, ...below(commit) };
    const { source, first } = await check({}, answers);
    expect(source).toEqual({
      id: "coverage-progress",
      kind: "coverage",
      title: "APISnoop: coverage at each release",
      url: `https://github.com/kubernetes-sigs/apisnoop/blob/${commit}/resources/coverage/${progressFile}`,
      retrievedAt: "2020-11-23T08:00:00Z",
      commit,
      status: "ok",
    });
    expect(first).toMatchObject({ accept: "application/vnd.github.sha", credential: "github" });
  });

  it("is a commit that the plan names, without asking for it", async () => {
    const { source, first } = await check({ ref: commit }, below(commit));
    expect(source).toMatchObject({ commit });
    expect(first?.url).toContain(commit);
    expect(first).not.toHaveProperty("credential");
  });

  it("is found without a credential where there is none", async () => {
    const answers: Readonly<Record<string, string>> = {
      [`${commits}/main`]: commit,
      ...below(commit),
    };
    const send = async ({ url, credential }: WebRequest) => {
      if (credential === undefined)
        return { status: 200, url, headers: {}, text: answers[url] ?? "" };
      throw new SourceError("there is none", { code: "no-credential" });
    };
    const { sources } = await collectedBy(apisnoop, {}, { web: { send } });
    expect(sources[0]).toMatchObject({ commit });
  });

  it("is the branch itself where GitHub does not tell its commit", async () => {
    for (const answer of [{}, { [`${commits}/v2%2Fdata`]: "<html>" }]) {
      const { source, notices } = await check(
        { ref: "v2/data" },
        { ...below("v2/data"), ...answer },
      );
      expect(source).not.toHaveProperty("commit");
      expect(notices[0]).toMatchObject({ code: "coverage-commit-unknown", severity: "info" });
    }
  });

  it("is an address, or a folder of one's own, which stands in no report", async () => {
    const url = "https://example.org/exports";
    const online = await check({ url: `${url}/` }, inFolder(url, smallExport));
    expect(online.source).toMatchObject({ url: `${url}/${progressFile}` });
    const texts = inFolder("/home/me/export", { ...smallExport, [listFile]: "[" });
    const own = await collectedBy(apisnoop, { folder: "/home/me/export" }, { texts });
    expect(own.sources[0]).not.toHaveProperty("url");
    expect(JSON.stringify(own)).not.toContain("/home/me");
  });

  it.each([
    [{ ref: "main", folder: "export" }],
    [{ ref: "../other" }],
    [{ ref: "main?x" }],
    [{ url: "ftp://example.org" }],
    [{ url: "https://example.org/?token=1" }],
    [{ branch: "main" }],
  ])("is refused as %j", async (settings) => {
    expect(apisnoop.settings.safeParse(settings).success).toBe(false);
  });
});
