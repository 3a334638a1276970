/** Small worlds for the GitHub of the tests: whole by default, each field replaceable. */
import type { Thing, World, WorldItem, WorldRepository } from "../servers/github/world.ts";

export const alice = { __typename: "User", login: "alice" };
export const robot = { __typename: "User", login: "k8s-ci-robot" };

/** An open pull request by a person, which no program has looked at. */
export function aPull(fields: Partial<WorldItem> = {}): WorldItem {
  return {
    __typename: "PullRequest",
    number: 1,
    title: "Promote a test",
    state: "OPEN",
    baseRefName: "master",
    author: alice,
    createdAt: "2020-10-01T08:00:00Z",
    updatedAt: "2020-10-20T08:00:00Z",
    mergeable: "MERGEABLE",
    ...fields,
  };
}

export function anIssue(fields: Partial<WorldItem> = {}): WorldItem {
  return {
    __typename: "Issue",
    number: 2,
    title: "Write a test",
    state: "OPEN",
    author: alice,
    createdAt: "2020-10-01T08:00:00Z",
    updatedAt: "2020-10-20T08:00:00Z",
    ...fields,
  };
}

export function aRepository(fields: Partial<WorldRepository> = {}): WorldRepository {
  return { nameWithOwner: "acme/kit", items: [aPull(), anIssue()], ...fields };
}

export function aWorld(...repositories: readonly WorldRepository[]): World {
  return { repositories: repositories.length === 0 ? [aRepository()] : repositories };
}

/** Label names as GitHub has them. */
export function labels(...names: readonly string[]): readonly Thing[] {
  return names.map((name) => ({ __typename: "Label", name }));
}

/** A commit status of the newest commit, as Prow sets them. */
export function aStatus(fields: Partial<Thing> = {}): Thing {
  return {
    __typename: "StatusContext",
    context: "pull-unit",
    state: "SUCCESS",
    targetUrl: "https://prow.k8s.io/view/1",
    createdAt: "2020-10-02T08:00:00Z",
    ...fields,
  };
}
