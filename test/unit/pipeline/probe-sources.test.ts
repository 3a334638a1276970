import { expect, test } from "vitest";
import { SourceError } from "../../../src/domain/errors.ts";
import { probeSources, type Probe } from "../../../src/pipeline/probe-sources.ts";
import type { WebAnswer, WebRequest } from "../../../src/ports.ts";
import { MemoryFiles } from "../../builders/memory-files.ts";

const asOf = "2020-10-22T08:00:00Z";

function planWith(sources: string): string {
  return `release: "1.20"
sources: { ${sources} }
objectives:
  - title: More
    keyResults:
      - id: KR1
        title: land it
        kind: sum
        goal: 1
        items: [{ title: One, ref: "kubernetes/kubernetes#1", adds: 1 }]
`;
}

type Answer = Partial<WebAnswer> | SourceError;

interface World {
  readonly texts?: Readonly<Record<string, string>>;
  answer?(request: WebRequest): Answer;
}

async function probe(sources: string, { texts = {}, answer = () => ({}) }: World) {
  const asked: string[] = [];
  const send = async (request: WebRequest): Promise<WebAnswer> => {
    asked.push(`${request.method ?? "GET"} ${request.url}`);
    const given = answer(request);
    if (given instanceof SourceError) throw given;
    return { status: 200, url: request.url, headers: {}, text: "", ...given };
  };
  const world = { files: new MemoryFiles(texts), web: { send }, asOf };
  const plan = { file: "plan.yaml", text: planWith(sources) };
  return { probes: await probeSources(world, plan), asked };
}

async function check(sources: string, world: World, expected: object): Promise<void> {
  const { probes } = await probe(sources, world);
  expect(probes).toMatchObject([expected]);
}

const lcov = 'coverage: { kind: lcov, path: "https://example.org/lcov.info" }';
const url = "https://example.org/lcov.info";

test("a file is asked for its headers, once", async () => {
  const { probes, asked } = await probe(lcov, {});
  expect(probes).toEqual<readonly Probe[]>([{ id: "coverage", kind: "lcov", url }]);
  expect(asked).toEqual([`HEAD ${url}`]);
});

test.each([405, 501])("a server that knows no such question (%i) has answered", (status) =>
  check(lcov, { answer: () => ({ status }) }, { url }),
);

test("a file that is not there", () =>
  check(lcov, { answer: () => ({ status: 404 }) }, { url, failure: { code: "not-found" } }));

test("a server that is out of order is not asked again", async () => {
  const { probes, asked } = await probe(lcov, { answer: () => ({ status: 502 }) });
  expect(probes).toMatchObject([{ failure: { message: `${url} answered 502` } }]);
  expect(asked).toHaveLength(1);
});

test("nor is one that cannot be reached: what failed is told as it is", async () => {
  const failure = new SourceError("no such host", { code: "web-unreachable", hint: "Check it." });
  const { probes, asked } = await probe(lcov, { answer: () => failure });
  expect(probes[0]?.failure).toBe(failure);
  expect(asked).toHaveLength(1);
});

test("a file of one's own needs no net", async () => {
  const sources = 'coverage: { kind: lcov, path: "lcov.info" }';
  const text = "SF:a.ts\nLF:2\nLH:1\nend_of_record\n";
  await check(sources, { texts: { "lcov.info": text } }, { id: "coverage", kind: "lcov" });
  await check(sources, {}, { failure: { code: "not-found" } });
});

test("a query is asked as it is, and what it says counts", async () => {
  const denied = () => ({ status: 401, text: '{"message":"Bad credentials"}' });
  const { probes, asked } = await probe("github: {}", { answer: denied });
  expect(asked).toEqual(["POST https://api.github.com/graphql"]);
  expect(probes).toMatchObject([{ id: "github", failure: { name: "SourceError" } }]);
});

test("all sources of the plan, in its order", async () => {
  const jobs = 'jobs: [{ kind: prow, url: "https://prow.example.org", name: a }]';
  const { probes } = await probe(`${jobs}, ${lcov}`, {});
  expect(probes.map(({ id }) => id)).toEqual(["coverage", "jobs-1"]);
});

test("a plan that cannot be used", async () => {
  await expect(probe("github: { hots: x }", {})).rejects.toMatchObject({ name: "PlanError" });
});
