import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { prow } from "../../../../src/collect/jobs/prow/prow.ts";
import { collectedBy, requestsOf } from "../../../builders/collecting.ts";

const asOf = "2026-08-13T08:00:00Z";
const recent = "https://prow.k8s.io/prowjobs.js?omit=annotations,labels,decoration_config,pod_spec";
const storage = "https://storage.googleapis.com/kubernetes-ci-logs";
const history = "https://prow.k8s.io/job-history/gs/kubernetes-ci-logs/logs/gate";

/** A ProwJob as its service writes it. */
function item(state: string, hour: number, fields: object = {}): object {
  const startTime = `2026-08-13T0${hour}:00:00Z`;
  const status = { startTime, state, build_id: `20555200000000000${hour}`, ...fields };
  return { metadata: { name: `run-${hour}` }, spec: { job: "gate", type: "periodic" }, status };
}

function build(id: number, Result: string, day = 13): object {
  const Started = `2026-08-${day}T01:00:00Z`;
  return { ID: String(id), SpyglassLink: `/view/gs/b/logs/gate/${id}`, Started, Result };
}

const page = (...builds: readonly object[]) =>
  `<html>\n<script>\n  var allBuilds = ${JSON.stringify(builds)};\n</script></html>`;
const items = (...list: readonly object[]) => JSON.stringify({ items: list });

/** The one job that comes of these answers. */
async function read(answers: Readonly<Record<string, string>>, settings: object = {}) {
  const { facts, notices } = await collectedBy(
    prow,
    { name: "gate", ...settings },
    { asOf, answers },
  );
  return { ...facts.jobs?.[0], notices };
}

describe("the runs that Prow holds", () => {
  it.each([
    ["success", "passing"],
    ["failure", "failing"],
    ["error", "failing"],
    ["aborted", "unknown"],
    ["pending", "unknown"],
    ["triggered", "unknown"],
    ["scheduling", "unknown"],
    ["sleeping", "unknown"],
  ])("%s is %s", async (word, state) => {
    const answers = { [recent]: items(item(word, 7)), [history]: page() };
    expect(await read(answers)).toMatchObject({ state });
  });

  it("are told by their newest, whatever their order", async () => {
    const list = [item("failure", 2), item("success", 5), item("failure", 1), item("pending", 7)];
    expect(await read({ [recent]: items(...list) })).toMatchObject({
      state: "passing",
      since: "2026-08-13",
      note: "a newer one is under way since 13 August 2026, 07:00 UTC",
    });
  });

  it("are those of this job alone, and may lack what others have", async () => {
    const other = {
      metadata: { name: "x" },
      spec: { job: "gate-2" },
      status: { state: "failure" },
    };
    const notStarted = item("triggered", 7, { startTime: undefined });
    const list = [
      other,
      {},
      null,
      7,
      notStarted,
      item("success", 5),
      item("failure", 4),
    ] as object[];
    expect(await read({ [recent]: items(...list) })).toMatchObject({ state: "passing" });
  });

  it("keep ids that outgrow numbers", async () => {
    const answers = { [recent]: items(item("success", 5, { build_id: "1254406011708510210" })) };
    const { runs } = await read({ ...answers, [history]: page() });
    expect(runs?.map(({ id }) => id)).toEqual(["1254406011708510210"]);
  });
});

describe("older runs", () => {
  const onlyPassed = items(item("success", 5));

  it("are asked for until one ended otherwise", async () => {
    const first = page(build(9, "SUCCESS"), build(8, "SUCCESS", 12));
    const second = page(build(8, "SUCCESS", 12), build(7, "FAILURE", 11), build(6, "SUCCESS", 10));
    const answers = { [recent]: onlyPassed, [history]: first, [`${history}?buildId=8`]: second };
    expect(await read(answers)).toMatchObject({
      state: "passing",
      since: "2026-08-12",
      notices: [],
    });
    const whole = { [recent]: items(item("success", 5), item("failure", 4)) };
    const requests = await requestsOf(prow, { name: "gate" }, { asOf, answers: whole });
    expect(requests.map(({ url }) => url)).toEqual([recent]);
  });

  it("end with the last page, which repeats itself", async () => {
    const one = page(build(9, "SUCCESS"));
    const answers = { [recent]: onlyPassed, [history]: one, [`${history}?buildId=9`]: one };
    expect(await read(answers)).toMatchObject({
      state: "passing",
      since: "2026-08-13",
      notices: [],
    });
  });

  it("of unknown times and ends are no runs", async () => {
    const never = { ...build(8, "SUCCESS"), Started: "0001-01-01T00:00:00Z" };
    const odd = build(7, "Unknown", 11);
    const answers = { [recent]: items(), [`${storage}/logs/gate/latest-build.txt`]: "8" };
    const { state, runs } = await read({ ...answers, [history]: page(never, odd) });
    expect({ state, runs }).toEqual({ state: "unknown", runs: undefined });
  });

  it.each([
    ["no list", "<html></html>"],
    ["a list of something else", page({ id: 1 })],
    ["code", "<script>var allBuilds = load();</script>"],
  ])("on a page that holds %s are left out, and said to be", async (_, html) => {
    const { state, notices } = await read({ [recent]: onlyPassed, [history]: html });
    expect(state).toBe("passing");
    expect(notices.map(({ code }) => code)).toEqual(["runs-unreadable"]);
  });

  it("of another instance are not those of prow.k8s.io", async () => {
    const url = "https://prow.cncf.io";
    const answers = { [recent.replace("prow.k8s.io", "prow.cncf.io")]: items() };
    const requests = await requestsOf(prow, { name: "gate", url }, { asOf, answers });
    expect(requests).toHaveLength(1);
    expect(await read(answers, { url })).toMatchObject({
      instance: "prow.cncf.io",
      state: "unknown",
    });
  });
});

describe("the result files", () => {
  const folder = `${storage}/logs/gate/42`;

  /** The job by its newest run alone, begun an hour ago. */
  async function stored(finished: string | undefined, timestamp = 1_786_604_400) {
    return read({
      [recent]: items(),
      [`${storage}/logs/gate/latest-build.txt`]: "42",
      [`${folder}/started.json`]: JSON.stringify({ timestamp }),
      ...(finished === undefined ? {} : { [`${folder}/finished.json`]: finished }),
      [history]: page(),
    });
  }

  it.each([
    [`{"timestamp":1,"passed":true,"result":"SUCCESS"}`, "passing"],
    [`{"timestamp":1,"passed":false,"result":"FAILURE"}`, "failing"],
    [`{"timestamp":1,"passed":true}`, "passing"],
    [`{"timestamp":1,"result":"FAILURE"}`, "failing"],
    [`{"timestamp":1,"passed":false,"result":"ABORTED"}`, "unknown"],
    [`{"timestamp":1,"passed":true,"result":"FAILURE"}`, "unknown"],
    [`{"timestamp":1,"passed":false,"result":"SUCCESS"}`, "unknown"],
    [`{"timestamp":1,"passed":true,"result":"GREEN"}`, "unknown"],
    [`{"timestamp":1}`, "unknown"],
  ])("%s is %s", async (finished, state) => {
    expect(await stored(finished)).toMatchObject({ state });
  });

  it("without an end are of a run that goes on, or was lost", async () => {
    expect(await stored(undefined)).toMatchObject({
      state: "unknown",
      note: "no run of it is known",
    });
    const { note } = await stored(undefined, 1_786_400_000);
    expect(note).toMatch(/never told how it ended$/);
  });

  it("of a job that neither ran lately nor is in the bucket say nothing", async () => {
    expect(await read({ [recent]: items() })).toMatchObject({ state: "unknown", notices: [] });
  });

  it.each(["", "<html>", "../../secret", "1 2"])(
    "that name the run %j are refused",
    async (text) => {
      const answers = { [recent]: items(), [`${storage}/logs/gate/latest-build.txt`]: text };
      await expect(read(answers)).rejects.toMatchObject({ code: "malformed" });
    },
  );

  it.each(["gs://b/../c", "https://example.org", "gs://b", "gs://b/a b"])(
    "that say that the run lies at %j are refused",
    async (text) => {
      const directory = `${storage}/pr-logs/directory/gate`;
      const answers = { [recent]: items(), [`${directory}/latest-build.txt`]: "42" };
      const told = { ...answers, [`${directory}/42.txt`]: text };
      await expect(read(told)).rejects.toMatchObject({ code: "malformed" });
    },
  );
});

const corpus = new URL("../../../../../shared/corpus/prow/gcs/", import.meta.url);

describe.skipIf(!existsSync(corpus))("a recorded bucket", () => {
  it("tells how a presubmit of 2020 ended", async () => {
    const directory = "pr-logs/directory/pull-test-infra-bazel";
    const run = "pr-logs/pull/test-infra/17183/pull-test-infra-bazel/1254406011708510210";
    const text = (path: string) => readFileSync(new URL(path, corpus), "utf8");
    const base = "https://storage.googleapis.com/kubernetes-jenkins";
    const paths = [
      `${directory}/latest-build.txt`,
      `${directory}/1254406011708510210.txt`,
      `${run}/started.json`,
      `${run}/finished.json`,
    ];
    const stored = Object.fromEntries(paths.map((path) => [`${base}/${path}`, text(path)]));
    const list = `https://prow.k8s.io/job-history/gs/kubernetes-jenkins/${directory}`;
    const answers = { [recent]: items(), ...stored, [list]: page() };
    const settings = { name: "pull-test-infra-bazel", bucket: "kubernetes-jenkins" };
    const { facts } = await collectedBy(prow, settings, { asOf: "2020-04-27T08:00:00Z", answers });
    expect(facts.jobs?.[0]).toMatchObject({ state: "passing", since: "2020-04-26" });
  });
});
