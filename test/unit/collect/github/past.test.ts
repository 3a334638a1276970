import { describe, expect, test } from "vitest";
import { readPast } from "../../../../src/collect/github/past.ts";
import { Session } from "../../../../src/collect/github/session.ts";
import { unpackPulls, type PullHistory } from "../../../../src/domain/pull-history.ts";
import { loopbackWeb } from "../../../builders/github-run.ts";
import { aPull, aRepository, aWorld } from "../../../builders/github-world.ts";
import { aWorkItem } from "../../../builders/snapshot.ts";
import { startGitHub } from "../../../servers/github/server.ts";

const asOf = "2020-10-22T08:00:00Z";
const minute = (instant: string) => Date.parse(instant) / 60_000;

type Pulls = NonNullable<Parameters<typeof aRepository>[0]>["items"];

async function past(items: Pulls, previous: readonly PullHistory[] = [], repo = "acme/kit") {
  const server = await startGitHub(aWorld(aRepository({ ...(items && { items }) })));
  const session = new Session({ web: loopbackWeb(), pause: async () => undefined }, server.host);
  const works = [
    aWorkItem({ ref: `${repo}#1` }),
    aWorkItem({ ref: `${repo}#2` }),
    aWorkItem({ ref: "acme/done#1", state: "merged" }),
  ];
  try {
    const reader = { ask: session.ask.bind(session), tell: () => undefined };
    return await readPast(reader, {
      asOf,
      source: "github",
      works,
      previous: { history: previous },
    });
  } finally {
    await server.close();
  }
}

const merged = "2020-10-10T00:00:00Z";

describe("the past that odds are learned from", () => {
  test("is two years of what people sent to the usual branch, where work is open", async () => {
    const { history, notices } = await past([
      aPull({ number: 1, createdAt: "2020-10-01T00:00:00Z" }),
      aPull({
        number: 2,
        createdAt: "2020-10-02T00:00:00Z",
        mergedAt: merged,
        closedAt: merged,
      }),
      aPull({ number: 3, createdAt: "2020-10-03T00:00:00Z", closedAt: merged }),
      aPull({ number: 4, createdAt: "2020-10-04T00:00:00Z", baseRefName: "release-1.19" }),
      aPull({
        number: 5,
        createdAt: "2020-10-05T00:00:00Z",
        author: { __typename: "Bot", login: "b" },
      }),
      aPull({ number: 6, createdAt: "2018-10-01T00:00:00Z" }),
    ]);
    expect(notices).toEqual([]);
    expect(history).toMatchObject([
      { repo: "acme/kit", since: "2018-10-23T00:00:00Z", until: asOf, source: "github" },
    ]);
    expect(unpackPulls(history[0]?.pulls ?? "")).toEqual([
      { number: 1, created: minute("2020-10-01T00:00:00Z") },
      { number: 2, created: minute("2020-10-02T00:00:00Z"), merged: minute(merged) },
      { number: 3, created: minute("2020-10-03T00:00:00Z"), closed: minute(merged) },
    ]);
  });

  test("that cannot be read stays as it was, and says so", async () => {
    const before: PullHistory = {
      repo: "acme/gone",
      since: "2018-10-01T00:00:00Z",
      until: "2020-10-08T08:00:00Z",
      pulls: "1.1.o",
      source: "github-earlier",
    };
    const { history, notices } = await past([], [before], "acme/gone");
    expect(history).toEqual([{ ...before, source: "github" }]);
    expect(notices).toMatchObject([{ code: "past-unread", subject: "acme/gone" }]);
    expect((await past([], [], "acme/gone")).history).toEqual([]);
  });

  test("that is known is only brought up to date", async () => {
    const first = await past([
      aPull({ number: 1, createdAt: "2020-10-01T00:00:00Z" }),
      aPull({ number: 2, createdAt: "2020-10-02T00:00:00Z" }),
    ]);
    const second = await past(
      [
        aPull({
          number: 2,
          createdAt: "2020-10-02T00:00:00Z",
          updatedAt: asOf,
          mergedAt: asOf,
          closedAt: asOf,
        }),
        aPull({ number: 3, createdAt: asOf, updatedAt: asOf }),
      ],
      first.history,
    );
    const found = unpackPulls(second.history[0]?.pulls ?? "");
    expect(found.map(({ number, merged: at }) => [number, at !== undefined])).toEqual([
      [1, false],
      [2, true],
      [3, false],
    ]);
  });
});
