import { describe, expect, test } from "vitest";
import { queryKey } from "../../../../src/domain/item-query.ts";
import { collectFrom } from "../../../builders/github-run.ts";
import { aPull, aRepository, aWorld } from "../../../builders/github-world.ts";
import { aGroup, aKeyResult, anObjective, aPlan } from "../../../builders/plan.ts";

const at = (day: number) => `2020-10-${String(day).padStart(2, "0")}T08:00:00Z`;

describe("queries", () => {
  const search = { kind: "search", text: "repo:acme/kit is:open" } as const;
  const board = {
    kind: "project",
    owner: "acme",
    number: 7,
    adds: "Endpoints",
    step: "Stage",
  } as const;
  const plan = aPlan({
    objectives: [
      anObjective({
        keyResults: [
          aKeyResult({
            groups: [
              aGroup({ title: "Open", items: [], from: search }),
              aGroup({ title: "Board", items: [], from: board }),
            ],
          }),
        ],
      }),
    ],
  });
  const project = {
    owner: "acme",
    number: 7,
    items: [
      {
        type: "PULL_REQUEST",
        content: "acme/kit#1",
        values: {
          Endpoints: { __typename: "ProjectV2ItemFieldNumberValue", number: 5 },
          Stage: { __typename: "ProjectV2ItemFieldSingleSelectValue", name: "Test" },
        },
      },
      { type: "DRAFT_ISSUE", content: { __typename: "DraftIssue", title: "An idea" } },
      { type: "REDACTED" },
      { type: "ISSUE", content: "acme/kit#2", isArchived: true },
    ],
  } as const;

  test("find items, whose facts are read", async () => {
    const { collected } = await collectFrom({ ...aWorld(), projects: [project] }, { plan });
    expect(collected.facts.found).toEqual([
      {
        query: queryKey(search),
        items: [
          { title: "Promote a test", ref: "acme/kit#1" },
          { title: "Write a test", ref: "acme/kit#2" },
        ],
        source: "github",
      },
      {
        query: queryKey(board),
        items: [
          { title: "Promote a test", ref: "acme/kit#1", adds: 5, step: "Test" },
          { title: "An idea" },
        ],
        source: "github",
      },
    ]);
    expect(collected.facts.workItems?.map(({ ref }) => ref)).toEqual(["acme/kit#1", "acme/kit#2"]);
    expect(collected.notices).toContainEqual(
      expect.objectContaining({
        code: "query-incomplete",
        subject: "Board",
        message: "the token may not see 1 of its 3 items",
      }),
    );
    expect(collected.cost).toMatch(/^3 requests/);
  });

  test("one that fails costs its own items only", async () => {
    const { collected } = await collectFrom(aWorld(), { plan });
    expect(collected.facts.found?.map(({ query }) => query)).toEqual([queryKey(search)]);
    expect(collected.missing).toEqual([queryKey(board)]);
    expect(collected.notices).toContainEqual(
      expect.objectContaining({
        code: "query-failed",
        subject: "Board",
        message: expect.stringContaining("Could not resolve to a ProjectV2"),
      }),
    );
  });

  test("a field that no item has is told", async () => {
    const items = [{ type: "PULL_REQUEST", content: "acme/kit#1" }] as const;
    const { collected } = await collectFrom(
      { ...aWorld(), projects: [{ ...project, items }] },
      { plan },
    );
    expect(collected.notices).toContainEqual(
      expect.objectContaining({
        message: 'none of its items has a number in the field "Endpoints"',
      }),
    );
  });
});

describe("a search with more hits than GitHub gives out", () => {
  const days = Array.from({ length: 20 }, (_, index) => at(index + 1));
  const items = Array.from({ length: 1_500 }, (_, index) =>
    aPull({ number: index + 1, createdAt: days[index % days.length] }),
  );
  const planFor = (text: string) =>
    aPlan({
      objectives: [
        anObjective({
          keyResults: [
            aKeyResult({ groups: [aGroup({ items: [], from: { kind: "search", text } })] }),
          ],
        }),
      ],
    });

  test("is asked day by day until all are there", async () => {
    const world = aWorld(aRepository({ items }));
    const { collected } = await collectFrom(world, { plan: planFor("is:pr"), asOf: at(22) });
    expect(new Set(collected.facts.found?.[0]?.items.map(({ ref }) => ref)).size).toBe(1_500);
    expect(collected.notices.filter(({ code }) => code === "query-incomplete")).toEqual([]);
  });

  test("is told to be cut where it cannot be parted", async () => {
    const world = aWorld(aRepository({ items }));
    const plan = planFor("is:pr created:2020-10-01..2020-10-31");
    const { collected } = await collectFrom(world, { plan, asOf: at(22) });
    expect(collected.facts.found?.[0]?.items).toHaveLength(1_000);
    expect(collected.notices).toContainEqual(
      expect.objectContaining({ message: expect.stringContaining("counts 1500 hits") }),
    );
  });
});
