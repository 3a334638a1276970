import { expect, test } from "vitest";
import { githubApi } from "../../../src/pipeline/github-api.ts";

async function check(sources: string | undefined, host: string, url: string): Promise<void> {
  const text = `release: "1.20"\n${sources}\nobjectives: [{ title: More, keyResults: [] }]\n`;
  const plan = sources === undefined ? undefined : { file: "plan.yaml", text };
  expect(await githubApi(plan)).toEqual({ host, url });
}

const usual = ["github.com", "https://api.github.com/graphql"] as const;

test("no plan", () => check(undefined, ...usual));
test("a plan without sources", () => check("", ...usual));
test("a plan without GitHub", () => check("sources: {}", ...usual));
test("a host of one's own", () =>
  check(
    "sources: { github: { host: ghe.example.com } }",
    "ghe.example.com",
    "https://ghe.example.com/api/graphql",
  ));
