import { describe, expect, test } from "vitest";
import { readHistory } from "../../../../src/collect/github/history.ts";
import { Session } from "../../../../src/collect/github/session.ts";
import { loopbackWeb } from "../../../builders/github-run.ts";
import { aPull, aRepository, aWorld } from "../../../builders/github-world.ts";
import { body, type Fault } from "../../../servers/github/faults.ts";
import { startGitHub } from "../../../servers/github/server.ts";

/** The third of the month is the day of the third pull request. */
const items = Array.from({ length: 250 }, (_, index) =>
  aPull({ number: index + 1, createdAt: dayFrom(index) }),
);

function dayFrom(days: number): string {
  return new Date(Date.UTC(2020, 0, 1 + days)).toISOString().replace(".000Z", "Z");
}

async function history(since: string, faults: readonly Fault[] = [], pulls = items) {
  const server = await startGitHub(aWorld(aRepository({ items: pulls })));
  for (const [index, fault] of faults.entries()) server.faults.at(index + 1, fault);
  const session = new Session({ web: loopbackWeb(), pause: async () => undefined }, server.host);
  try {
    const reader = { ask: session.ask.bind(session), tell: () => undefined };
    const found = await readHistory(reader, { repo: "acme/kit", since, by: "created" });
    return { found, requests: server.requests().length };
  } finally {
    await server.close();
  }
}

describe("the past of a repository", () => {
  test("is read a hundred at a time, the newest first", async () => {
    const { found, requests } = await history("2000-01-01T00:00:00Z");
    expect(found.map(({ number }) => number)).toEqual(
      items.map(({ number }) => number).toReversed(),
    );
    expect(requests).toBe(3);
  });

  test("is read no further back than is wanted", async () => {
    const { found, requests } = await history(dayFrom(200));
    expect(found.map(({ number }) => number).toSorted((a, b) => a - b)).toEqual(
      Array.from({ length: 50 }, (_, index) => index + 201),
    );
    expect(requests).toBe(1);
  });

  test("tells when and how each ended", async () => {
    const merged = "2020-05-01T00:00:00Z";
    const { found } = await history(
      "2000-01-01T00:00:00Z",
      [],
      [
        aPull({
          number: 1,
          createdAt: dayFrom(0),
          mergedAt: merged,
          closedAt: merged,
          baseRefName: "main",
        }),
        aPull({
          number: 2,
          createdAt: dayFrom(1),
          closedAt: merged,
          author: { __typename: "Bot", login: "b" },
        }),
        aPull({ number: 3, createdAt: dayFrom(2), author: null }),
      ],
    );
    expect(found).toEqual([
      { number: 3, createdAt: dayFrom(2), baseBranch: "master" },
      { number: 2, createdAt: dayFrom(1), closedAt: merged, baseBranch: "master", isBot: true },
      {
        number: 1,
        createdAt: dayFrom(0),
        mergedAt: merged,
        closedAt: merged,
        baseBranch: "main",
        isBot: false,
      },
    ]);
  });
});

describe("pages", () => {
  const page = (pageInfo: object, numbers: readonly number[] = []) =>
    body(
      JSON.stringify({
        data: {
          repository: {
            pullRequests: {
              pageInfo,
              nodes: numbers.map((number) => ({ number, createdAt: dayFrom(number) })),
            },
          },
        },
      }),
    );
  const more = { hasNextPage: true, endCursor: "Y3Vyc29yOnYyOjk5" };

  async function checkRefused(faults: readonly Fault[], message: RegExp) {
    await expect(history("2000-01-01T00:00:00Z", faults)).rejects.toMatchObject({
      message: expect.stringMatching(message),
    });
  }

  test("that do not end are refused: a cursor that comes again", () =>
    checkRefused([page(more, [1]), page(more, [2])], /do not come to an end/));

  test("that do not end are refused: no cursor to go on", () =>
    checkRefused([page({ hasNextPage: true, endCursor: null }, [1])], /do not come to an end/));

  test("that shift while they are read give each row once", async () => {
    const faults = [
      page(more, [250, 151]),
      page({ hasNextPage: false, endCursor: null }, [151, 1]),
    ];
    const { found } = await history("2000-01-01T00:00:00Z", faults);
    expect(found.map(({ number }) => number)).toEqual([250, 151, 1]);
  });

  test("that are no list are refused", () =>
    checkRefused(
      [body('{"data":{"repository":{"pullRequests":7}}}')],
      /does not tell the pull requests of acme\/kit/,
    ));

  test("of a repository that is not there are refused with what GitHub says", () =>
    checkRefused(
      [
        body(
          '{"data":{"repository":null},"errors":[{"type":"NOT_FOUND","path":["repository"],"message":"Could not resolve to a Repository"}]}',
        ),
      ],
      /Could not resolve to a Repository/,
    ));
});
