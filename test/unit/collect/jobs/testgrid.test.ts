import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parseApi } from "../../../../src/collect/jobs/testgrid/api.ts";
import { parseClassic } from "../../../../src/collect/jobs/testgrid/classic.ts";
import { testgrid } from "../../../../src/collect/jobs/testgrid/testgrid.ts";
import { collectedBy } from "../../../builders/collecting.ts";

const api = "https://testgrid-api.prow.k8s.io/api/v1/dashboards/board/tab-summaries";
const classic = "https://testgrid.k8s.io/board/summary";

const byApi = (...tabs: readonly object[]) => JSON.stringify({ tab_summaries: tabs });
const byClassic = (fields: object) => JSON.stringify({ "a tab": fields });

async function read(answers: Readonly<Record<string, string>>, settings: object = {}) {
  const { facts, notices } = await collectedBy(
    testgrid,
    { dashboard: "board", ...settings },
    { answers },
  );
  return { jobs: facts.jobs ?? [], notices };
}

const words = [
  ["PASSING", "passing"],
  ["ACCEPTABLE", "passing"],
  ["FAILING", "failing"],
  ["BROKEN", "failing"],
  ["FLAKY", "flaking"],
  ["STALE", "unknown"],
  ["UNKNOWN", "unknown"],
  ["PENDING", "unknown"],
  ["passing", "unknown"],
  ["BRAND_NEW", "unknown"],
] as const;

describe("a tab", () => {
  it.each(words)("that is %s is %s, by either service", async (overall_status, state) => {
    const { jobs } = await read({ [api]: byApi({ tab_name: "a tab", overall_status }) });
    expect(jobs[0]).toMatchObject({ name: "a tab", state });
    const { jobs: older } = await read({ [classic]: byClassic({ overall_status }) });
    expect(older[0]).toMatchObject({ name: "a tab", state });
  });

  it("says in TestGrid's words why nothing is known", async () => {
    const tab = {
      tab_name: "a tab",
      overall_status: "STALE",
      detailed_status_message: "old\nnews",
    };
    const { jobs } = await read({ [api]: byApi(tab) });
    expect(jobs[0]).toMatchObject({ state: "unknown", note: "TestGrid calls it STALE; old news" });
  });

  it("without a status is unknown: values of nothing are not written", async () => {
    const { jobs } = await read({ [api]: byApi({ tab_name: "a tab" }) });
    expect(jobs[0]).toMatchObject({ state: "unknown" });
  });

  it("leads to where people see it", async () => {
    const { jobs } = await read({ [api]: byApi({ tab_name: "a tab" }) });
    expect(jobs[0]?.url).toBe("https://testgrid.k8s.io/board#a%20tab");
  });

  it("is found by its letters and digits", async () => {
    const answers = { [api]: byApi({ tab_name: "other" }, { tab_name: "Kind-Master 1" }) };
    expect((await read(answers, { name: "kindmaster_1" })).jobs.map(({ name }) => name)).toEqual([
      "Kind-Master 1",
    ]);
  });

  it("that is asked for and not there is unknown", async () => {
    const { jobs } = await read({ [api]: byApi({ tab_name: "other" }) }, { name: "gone" });
    const note = "the dashboard has no tab of this name";
    expect(jobs).toMatchObject([{ name: "gone", state: "unknown", note }]);
  });
});

describe("a dashboard", () => {
  it.each([
    ["sig-release-master-blocking", "blocking"],
    ["sig-release-1.20-informing", "informing"],
    ["sig-release-orphaned", undefined],
    ["my-blocking", undefined],
  ])("%s makes its jobs %s", async (dashboard, role) => {
    const answers = { [api.replace("board/", `${dashboard}/`)]: byApi({ tab_name: "a" }) };
    const { jobs } = await read(answers, { dashboard });
    expect(jobs[0]?.role).toBe(role);
    const own = await read(answers, { dashboard, role: "informing" });
    expect(own.jobs[0]?.role).toBe("informing");
  });

  it("is read from the classic summary where the API does not tell, which is said", async () => {
    const { jobs, notices } = await read({ [api]: "{}", [classic]: byClassic({}) });
    expect(jobs).toHaveLength(1);
    expect(notices).toMatchObject([{ code: "testgrid-fallback", severity: "info" }]);
  });

  it("without tabs is no answer", async () => {
    await expect(read({ [api]: "{}", [classic]: "{}" })).rejects.toMatchObject({ code: "no-tabs" });
  });

  it("that is not there is told as such, though with status 200", async () => {
    await expect(read({ [classic]: "Dashboard board not found\n" })).rejects.toMatchObject({
      code: "not-found",
    });
  });

  it.each(["", "<html></html>", "[]", "null", `{"a":7}`, `{"a":{"last_run_timestamp":"x"}}`])(
    "in the form %j is refused",
    async (text) => {
      await expect(read({ [classic]: text })).rejects.toMatchObject({ code: "malformed" });
    },
  );
});

it("reads times in milliseconds and in words, and none where there is none", () => {
  const at = (text: string) => parseClassic(text, "x").map(({ lastRunAt }) => lastRunAt);
  expect(at(byClassic({ last_run_timestamp: 1_585_175_980_000 }))).toEqual([
    "2020-03-25T22:39:40Z",
  ]);
  expect(at(byClassic({ last_run_timestamp: 0 }))).toEqual([undefined]);
  expect(at(byClassic({}))).toEqual([undefined]);
  const [tab] = parseApi(
    byApi({ tab_name: "a", last_run_timestamp: "2023-05-29T11:25:20.000Z" }),
    "x",
  );
  expect(tab?.lastRunAt).toBe("2023-05-29T11:25:20Z");
});

const corpus = new URL("../../../../../shared/corpus/testgrid/", import.meta.url);

describe.skipIf(!existsSync(corpus))("TestGrid's own samples", () => {
  const text = (name: string) => readFileSync(new URL(name, corpus), "utf8");

  it("hold a recorded tab that passes", () => {
    const [tab] = parseClassic(text("summary.recorded-one-tab.json"), "recorded");
    expect(tab).toMatchObject({ status: "PASSING", lastRunAt: "2020-03-25T22:39:40Z" });
  });

  it("hold 24 tabs on ten dashboards, each with a status", () => {
    const all = JSON.parse(text("api-v1.fake-data.json")) as Readonly<Record<string, unknown>>;
    const boards = Object.entries(all).filter(([key]) => key.endsWith("-tab-summaries"));
    const tabs = boards.flatMap(([key, value]) => parseApi(JSON.stringify(value), key));
    expect([boards.length, tabs.length]).toEqual([10, 24]);
    expect(
      tabs.filter(({ status, lastRunAt }) => status === "" || lastRunAt === undefined),
    ).toEqual([]);
  });
});
