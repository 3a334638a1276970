import { afterEach, describe, expect, test } from "vitest";
import { aPull, aRepository, aWorld, anIssue } from "../../builders/github-world.ts";
import { startGitHub, type GitHubOptions, type GitHubServer } from "../../servers/github/server.ts";
import type { World } from "../../servers/github/world.ts";

let server: GitHubServer | undefined;
afterEach(async () => server?.close());

async function ask(
  query: string,
  { world = aWorld(), options = {}, token = "t", path = "/graphql" }: Asking = {},
) {
  server = await startGitHub(world, options);
  const response = await fetch(`${server.url}${path}`, {
    method: "POST",
    headers: token === "" ? {} : { authorization: `bearer ${token}` },
    body: JSON.stringify({ query }),
  });
  const body = (await response.json()) as Body;
  return { status: response.status, headers: response.headers, body };
}

/** What a test looks into, whatever it finds there. */
interface Body {
  // oxlint-disable-next-line typescript/no-explicit-any
  readonly data: any;
}

interface Asking {
  readonly world?: World;
  readonly options?: GitHubOptions;
  readonly token?: string;
  readonly path?: string;
}

async function checkRefused(query: string, error: object) {
  const { status, body } = await ask(query);
  expect({ status, body }).toMatchObject({ status: 200, body: { errors: [error] } });
  expect(body.data).toBeUndefined();
}

const inRepository = (fields: string) => `{repository(owner:"acme",name:"kit"){${fields}}}`;

describe("a query that GitHub would refuse is refused", () => {
  test("an unknown field", () =>
    checkRefused("{viewer{nickname}}", { message: expect.stringContaining("nickname") }));

  test("a deprecated field", () =>
    checkRefused(inRepository("pullRequest(number:1){databaseId}"), {
      message: expect.stringContaining("deprecated"),
    }));

  test("a connection without a size", () =>
    checkRefused(inRepository("pullRequests{totalCount}"), {
      type: "MISSING_PAGINATION_BOUNDARIES",
    }));

  test("a page that is too large", () =>
    checkRefused(inRepository("pullRequests(first:101){totalCount}"), {
      type: "EXCESSIVE_PAGINATION",
    }));

  test("too many nodes", () =>
    checkRefused(
      inRepository(
        "pullRequests(first:100){nodes{comments(first:100){nodes{reactions(first:100){totalCount}}}}}",
      ),
      { type: "MAX_NODE_LIMIT_EXCEEDED" },
    ));

  test("too many ids", () =>
    checkRefused(`{nodes(ids:${JSON.stringify(Array.from({ length: 101 }, String))}){id}}`, {
      type: "ARGUMENT_LIMIT",
    }));
});

describe("answers as GitHub does", () => {
  test("under both paths", async () => {
    for (const path of ["/graphql", "/api/graphql"]) {
      const { body } = await ask("{viewer{login}}", { path });
      expect(body).toEqual({ data: { viewer: { login: "monalisa" } } });
    }
    expect(await ask("{viewer{login}}", { path: "/rest" })).toMatchObject({ status: 404 });
  });

  test("with 401 without a token, or with another", async () => {
    expect(await ask("{viewer{login}}", { token: "" })).toMatchObject({ status: 401 });
    const options = { token: "right" };
    expect(await ask("{viewer{login}}", { token: "wrong", options })).toMatchObject({
      status: 401,
    });
  });

  test("null, type and path for what is not there", async () => {
    const { status, body } = await ask(
      inRepository(
        "n1:issueOrPullRequest(number:1){__typename} n9:issueOrPullRequest(number:9){__typename}",
      ),
    );
    expect(status).toBe(200);
    expect(body).toMatchObject({
      data: { repository: { n1: { __typename: "PullRequest" }, n9: null } },
      errors: [{ type: "NOT_FOUND", path: ["repository", "n9"] }],
    });
  });

  test("under the new name of a repository, and where an issue was transferred to", async () => {
    const moved = anIssue({ number: 2, transferredTo: "acme/other#5" });
    const world = aWorld(
      aRepository({ formerly: ["old/kit"], items: [moved] }),
      aRepository({ nameWithOwner: "acme/other", items: [anIssue({ number: 5 })] }),
    );
    const query = `{repository(owner:"old",name:"kit"){nameWithOwner issueOrPullRequest(number:2){...on Issue{number repository{nameWithOwner}}}}}`;
    expect((await ask(query, { world })).body.data.repository).toEqual({
      nameWithOwner: "acme/kit",
      issueOrPullRequest: { number: 5, repository: { nameWithOwner: "acme/other" } },
    });
  });

  test("page by page", async () => {
    const items = [1, 2, 3].map((number) => aPull({ number }));
    const world = aWorld(aRepository({ items }));
    const pages = (after: string) =>
      inRepository(
        `pullRequests(first:2${after}){totalCount nodes{number} pageInfo{hasNextPage endCursor}}`,
      );
    const first = (await ask(pages(""), { world })).body.data.repository.pullRequests;
    expect(first).toMatchObject({ totalCount: 3, nodes: [{ number: 1 }, { number: 2 }] });
    const { endCursor, hasNextPage } = first.pageInfo;
    expect(hasNextPage).toBe(true);
    const second = await ask(pages(`,after:"${endCursor}"`), { world });
    expect(second.body.data.repository.pullRequests).toMatchObject({
      nodes: [{ number: 3 }],
      pageInfo: { hasNextPage: false },
    });
  });

  test("with the price of the query, and what is left", async () => {
    const options = { used: 4_990, resetsAt: 1_600_000_000 };
    const { body, headers } = await ask("{rateLimit{cost remaining used resetAt}}", { options });
    expect(body.data.rateLimit).toEqual({
      cost: 1,
      remaining: 9,
      used: 4_991,
      resetAt: "2020-09-13T12:26:40Z",
    });
    expect(headers.get("x-ratelimit-remaining")).toBe("9");
    expect(headers.get("x-oauth-scopes")).toBe("repo, read:project");
  });

  test("with RATE_LIMITED when the points are used up", async () => {
    const { status, body } = await ask("{viewer{login}}", { options: { used: 5_000 } });
    expect({ status, body }).toMatchObject({
      status: 200,
      body: { errors: [{ type: "RATE_LIMITED" }] },
    });
  });
});

describe("a search", () => {
  const items = [
    aPull({ number: 1, title: "Fix a flake", labels: [{ name: "kind/flake" }] }),
    aPull({ number: 2, state: "MERGED", milestone: { title: "v1.20" } }),
    anIssue({ number: 3, createdAt: "2019-05-05T00:00:00Z" }),
  ];

  test.each([
    ["repo:acme/kit", [1, 2, 3]],
    ["repo:acme/other", []],
    ["is:pr is:open", [1]],
    ["is:merged milestone:v1.20", [2]],
    ['label:"kind/flake"', [1]],
    ["flake", [1]],
    ["created:2019-01-01..2019-12-31", [3]],
    ["is:issue created:>=2020-01-01", []],
  ])("for %s finds %j", async (text, expected) => {
    const query = `{search(type:ISSUE,query:${JSON.stringify(text)},first:10){issueCount nodes{...on Issue{number}...on PullRequest{number}}}}`;
    const { search } = (await ask(query, { world: aWorld(aRepository({ items })) })).body.data;
    expect(search.nodes.map(({ number }: { number: number }) => number)).toEqual(expected);
    expect(search.issueCount).toBe(expected.length);
  });

  test("gives out no more than a thousand", async () => {
    const many = Array.from({ length: 1_001 }, (_, index) => aPull({ number: index + 1 }));
    const cursor = Buffer.from("cursor:v2:998").toString("base64");
    const query = `{search(type:ISSUE,query:"is:pr",first:10,after:"${cursor}"){issueCount nodes{...on PullRequest{number}} pageInfo{hasNextPage}}}`;
    const { search } = (await ask(query, { world: aWorld(aRepository({ items: many })) })).body
      .data;
    expect(search).toEqual({
      issueCount: 1_001,
      nodes: [{ number: 1_000 }],
      pageInfo: { hasNextPage: false },
    });
  });
});
