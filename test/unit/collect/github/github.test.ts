import { describe, expect, test } from "vitest";
import { collectFrom, collectRefs, planOf, runAgainst } from "../../../builders/github-run.ts";
import {
  anIssue,
  aPull,
  aRepository,
  aStatus,
  aWorld,
  labels,
} from "../../../builders/github-world.ts";
import { aGroup, aKeyResult, anItem, anObjective, aPlan, aRef } from "../../../builders/plan.ts";
import { body, refusals } from "../../../servers/github/faults.ts";
import { startGitHub } from "../../../servers/github/server.ts";
import type { World } from "../../../servers/github/world.ts";

describe("references that lead nowhere, or elsewhere", () => {
  async function checkNotices(world: World, keys: readonly string[], expected: readonly object[]) {
    const { notices } = await collectRefs(world, ...keys);
    expect(notices).toEqual(expected.map((notice) => expect.objectContaining(notice)));
  }

  test("not there: named with the plan's line, and not asked for again", async () => {
    const { notices, missing, facts } = await collectRefs(
      aWorld(),
      "acme/kit#1",
      "acme/kit#9",
      "acme/none#1",
    );
    expect(notices).toMatchObject([
      { code: "reference-not-found", subject: "acme/kit#9", at: { line: 2 } },
      { code: "reference-not-found", subject: "acme/none#1", at: { line: 3 } },
    ]);
    expect(missing).toEqual([]);
    expect(facts.workItems?.map(({ ref }) => ref)).toEqual(["acme/kit#1"]);
  });

  test("renamed and transferred: followed and said", async () => {
    const world = aWorld(
      aRepository({
        formerly: ["old/kit"],
        items: [aPull(), anIssue({ transferredTo: "acme/far#5" })],
      }),
      aRepository({ nameWithOwner: "acme/far", items: [anIssue({ number: 5 })] }),
    );
    const { facts, notices } = await collectRefs(world, "old/kit#1", "acme/kit#2");
    expect(facts.workItems).toMatchObject([
      { ref: "acme/kit#1", movedFrom: "old/kit#1" },
      { ref: "acme/far#5", movedFrom: "acme/kit#2" },
    ]);
    expect(notices).toMatchObject([
      { code: "reference-moved", message: "old/kit#1 is acme/kit#1 now; the plan may name it so" },
      { code: "reference-moved", subject: "acme/kit#2", at: { line: 2 } },
    ]);
  });

  test("under two names: one item", async () => {
    const { facts } = await collectRefs(
      aWorld(aRepository({ formerly: ["old/kit"] })),
      "acme/kit#1",
      "old/kit#1",
    );
    expect(facts.workItems).toMatchObject([{ ref: "acme/kit#1", movedFrom: "old/kit#1" }]);
  });

  test("in another case: found, and not called moved", async () => {
    const { facts, notices } = await collectRefs(aWorld(), "Acme/Kit#1");
    expect(facts.workItems).toMatchObject([{ ref: "acme/kit#1", movedFrom: "Acme/Kit#1" }]);
    expect(notices).toEqual([]);
  });

  test("denied: one notice for all of a repository, with what to grant", async () => {
    const world = aWorld(
      aRepository(),
      aRepository({ nameWithOwner: "acme/vault", denied: refusals.saml }),
    );
    const { missing } = await collectRefs(world, "acme/kit#1", "acme/vault#1", "acme/vault#2");
    expect(missing).toEqual(["acme/vault#1", "acme/vault#2"]);
    await checkNotices(
      world,
      ["acme/kit#1", "acme/vault#1", "acme/vault#2"],
      [
        {
          code: "reference-denied",
          message:
            "GitHub denies access to acme/vault#1 and 1 more of acme/vault. Authorize the token for the organization: github.com/settings/tokens, Configure SSO.",
        },
      ],
    );
  });

  test("with more labels and checks than are read", () =>
    checkNotices(
      aWorld(
        aRepository({
          items: [
            aPull({
              labels: labels(...Array.from({ length: 51 }, (_, index) => `l${index}`)),
              statusCheckRollup: { contexts: Array.from({ length: 101 }, () => aStatus()) },
            }),
          ],
        }),
      ),
      ["acme/kit#1"],
      [
        { code: "labels-cut", message: "acme/kit#1 has 51 labels; only the first 50 were read" },
        { code: "checks-cut", message: "acme/kit#1 has 101 checks; only the first 100 were read" },
      ],
    ));
});

test("a clock that is wrong is told", async () => {
  const run = { plan: planOf(aRef("acme/kit#1")), asOf: "2020-10-22T08:00:00Z" };
  const clocks: readonly (readonly [string, number])[] = [
    ["Thu, 22 Oct 2020 07:54:00 GMT", 1],
    ["Thu, 22 Oct 2020 07:56:00 GMT", 0],
    ["Thu, 22 Oct 2020 08:14:00 GMT", 0],
    ["Thu, 22 Oct 2020 08:16:00 GMT", 1],
  ];
  for (const [date, expected] of clocks) {
    const { collected } = await collectFrom(aWorld(), run, { date });
    const told = collected.notices.filter(({ code }) => code === "clock-wrong");
    expect(told, date).toHaveLength(expected);
  }
});

describe("whether it can be merged", () => {
  test("is taken from the second answer", async () => {
    const told = { data: { nodes: [null, { id: "PR_acme/kit_1", mergeable: "CONFLICTING" }] } };
    const server = await startGitHub(
      aWorld(aRepository({ items: [aPull({ mergeable: "UNKNOWN" })] })),
    );
    server.faults.at(2, body(JSON.stringify(told)));
    const { collected } = await runAgainst(server, { plan: planOf(aRef("acme/kit#1")) });
    expect(collected.facts.workItems).toMatchObject([{ mergeability: "conflicting" }]);
    await server.close();
  });

  test("is asked again for what is open, once for all", async () => {
    const items = [1, 2, 3].map((number) =>
      aPull({ number, mergeable: "UNKNOWN", ...(number === 3 && { state: "CLOSED" }) }),
    );
    const world = aWorld(aRepository({ items }));
    const { facts, requests } = await collectRefs(world, "acme/kit#1", "acme/kit#2", "acme/kit#3");
    expect(facts.workItems?.map(({ mergeability }) => mergeability)).toEqual(
      Array(3).fill(undefined),
    );
    const [, again, ...more] = requests;
    expect(again?.question.variables).toEqual({ ids: ["PR_acme/kit_1", "PR_acme/kit_2"] });
    expect(more).toEqual([]);
  });
});

test("a plan without references asks nothing", async () => {
  const { collected, requests } = await collectFrom(aWorld(), { plan: planOf() });
  expect(collected).toMatchObject({ sources: [], facts: { workItems: [] }, notices: [] });
  expect(requests).toEqual([]);
});

test("all that a plan refers to is asked for, each once", async () => {
  const item = anItem({
    refs: [aRef("acme/kit#1")],
    needs: [aRef("acme/kit#2"), aRef("ACME/kit#1")],
    replaces: ["acme/kit#3", "an id"],
  });
  const plan = aPlan({
    objectives: [
      anObjective({ keyResults: [aKeyResult({ groups: [aGroup({ items: [item] })] })] }),
    ],
  });
  const world = aWorld(aRepository({ items: [1, 2, 3].map((number) => aPull({ number })) }));
  const { collected } = await collectFrom(world, { plan });
  expect(collected.facts.workItems?.map(({ ref }) => ref)).toEqual([
    "acme/kit#1",
    "acme/kit#2",
    "acme/kit#3",
  ]);
});

test("a thousand references take twenty questions", async () => {
  const names = ["a", "b", "c", "d", "e"].map((name) => `acme/${name}`);
  const items = Array.from({ length: 200 }, (_, index) => aPull({ number: index + 1 }));
  const world = aWorld(...names.map((nameWithOwner) => aRepository({ nameWithOwner, items })));
  const wanted = names.flatMap((repo) => items.map(({ number }) => ({ repo, number })));
  const { collected } = await collectFrom(world, { plan: planOf(...wanted) });
  expect(collected.facts.workItems).toHaveLength(1_000);
  expect(collected.cost).toBe("20 requests, 100 points, 4,900 left");
});
