import { describe, expect, test } from "vitest";
import {
  historyQuestion,
  itemsQuestion,
  mergeableQuestion,
  projectQuestion,
  searchQuestion,
} from "../../../../src/collect/github/queries.ts";
import type { Question } from "../../../../src/collect/github/client.ts";
import { checkQuestion } from "../../../servers/github/execute.ts";

const page = { first: 100 };
const board = {
  kind: "project",
  owner: "acme",
  number: 7,
  adds: "Endpoints",
  step: "Stage",
} as const;
const fifty = Array.from({ length: 50 }, (_, index) => ({
  repo: `acme/kit-${index % 5}`,
  number: index + 1,
}));

/** GitHub's own limits, by the schema that it publishes; deprecated fields are refused as well. */
function check(question: Question, expected: { nodeCount: number; cost: number }) {
  expect(checkQuestion(question)).toMatchObject({ price: expected });
}

describe("GitHub takes the question for", () => {
  // Each takes 100 checks, 50 labels, 20 assignees, and at most, for an issue and a pull request
  // together, 100 comments, 200 events, 20 reviewers and 40 references: 530 of 500,000 for all.
  test("fifty items at once, for five points", () =>
    check(itemsQuestion(fifty), { nodeCount: 50 * 530, cost: 5 }));

  test("one item", () => check(itemsQuestion(fifty.slice(0, 1)), { nodeCount: 530, cost: 1 }));

  test("what can be merged", () => check(mergeableQuestion(["a"]), { nodeCount: 0, cost: 1 }));

  test("a search", () => check(searchQuestion("is:pr", page), { nodeCount: 100, cost: 1 }));

  test("a board with fields", () =>
    check(projectQuestion(board, page), { nodeCount: 100, cost: 1 }));

  test("a board without", () =>
    check(projectQuestion({ kind: "project", owner: "acme", number: 7 }, page), {
      nodeCount: 100,
      cost: 1,
    }));

  test("the past", () =>
    check(historyQuestion({ repo: "acme/kit", by: "updated" }, page), { nodeCount: 100, cost: 1 }));
});

test("five hundred pull requests take less than sixty points", () => {
  const checked = checkQuestion(itemsQuestion(fifty));
  expect("price" in checked && checked.price.cost * 10).toBeLessThanOrEqual(60);
});
