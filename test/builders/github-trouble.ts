/** A run against a GitHub in trouble, beside the same run when all is well. */
import { expect } from "vitest";
import { refKey } from "../../src/domain/ref.ts";
import { startGitHub, type GitHubOptions, type GitHubServer } from "../servers/github/server.ts";
import { planOf, runAgainst, type GitHubRun } from "./github-run.ts";
import { aPull, aRepository, aWorld } from "./github-world.ts";
import { aGroup } from "./plan.ts";

/** Two questions for queries, three for a hundred and twenty items, one for what can be merged. */
export const usualRequests = 6;
export const positions = Array.from({ length: usualRequests }, (_, index) => index + 1);

const items = Array.from({ length: 60 }, (_, index) =>
  aPull({ number: index + 1, mergeable: index === 0 ? "UNKNOWN" : "MERGEABLE" }),
);
export const world = {
  ...aWorld(aRepository({ items }), aRepository({ nameWithOwner: "acme/other", items })),
  projects: [
    { owner: "acme", number: 7, items: [{ type: "PULL_REQUEST", content: "acme/kit#1" }] },
  ],
} as const;
export const refs = ["acme/kit", "acme/other"].flatMap((repo) =>
  items.map(({ number }) => ({ repo, number })),
);

function planWithQueries() {
  const plan = planOf(...refs);
  const queries = [
    aGroup({ items: [], from: { kind: "search", text: "repo:acme/kit" } }),
    aGroup({ items: [], from: { kind: "project", owner: "acme", number: 7 } }),
  ];
  const objectives = plan.objectives.map((objective) => ({
    ...objective,
    keyResults: objective.keyResults.map((one) => ({
      ...one,
      groups: [...one.groups, ...queries],
    })),
  }));
  return { ...plan, objectives };
}

/** The server and the run are of one time, so that no clock is wrong. */
export const date = "Thu, 22 Oct 2020 08:00:00 GMT";
export const now = Date.parse(date) / 1000;
export const asOf = "2020-10-22T08:00:00Z";
const plan = planWithQueries();

export interface TroubledRun extends GitHubRun {
  readonly options?: GitHubOptions;
}

/** The run of that plan against a server that `prepare` may bring into trouble, and how many requests came. */
export async function runInTrouble(
  prepare: (server: GitHubServer) => void,
  { options, ...fields }: TroubledRun = {},
) {
  const server = await startGitHub(world, { date, ...options });
  try {
    prepare(server);
    const ran = await runAgainst(server, { plan, asOf, ...fields });
    return { ...ran, requests: server.requests().length };
  } finally {
    await server.close();
  }
}

/** The same when all is well. */
export const good = await runInTrouble(() => undefined);

/** What is told is right, and what is not told is missing. */
export function checkPart(told: readonly { readonly ref: string }[], missing: readonly string[]) {
  const right = good.collected.facts.workItems ?? [];
  expect(right).toEqual(expect.arrayContaining([...told]));
  expect([...told.map(({ ref }) => ref), ...missing].toSorted()).toEqual(
    refs.map(refKey).toSorted(),
  );
}
