import { expect, it } from "vitest";
import { roomQuestions } from "../../../src/compose/room-questions.ts";
import { viewOf } from "../../../src/compose/view.ts";
import type { WorkItem } from "../../../src/domain/facts.ts";
import type { Contribution } from "../../../src/domain/plan.ts";
import { aPlanOf, assessed } from "../../builders/assessment.ts";
import { textOf } from "../../builders/deck-text.ts";
import { anItem, aRef } from "../../builders/plan.ts";
import { anEvent, aSnapshot, aTimeline, aWorkItem } from "../../builders/snapshot.ts";

const item = (number: number, fields: Partial<Contribution> = {}) =>
  anItem({ id: `o/r#${number}`, refs: [aRef(`o/r#${number}`)], title: `I${number}`, ...fields });

/** The questions about items whose work is as said. */
function check(
  items: readonly Contribution[],
  works: Readonly<Record<string, Partial<WorkItem>>>,
  expected: readonly string[],
): void {
  const workItems = Object.entries(works).map(([ref, fields]) =>
    aWorkItem({ ref, author: "ann", createdAt: "2020-10-01T00:00:00Z", ...fields }),
  );
  const snapshot = aSnapshot({ workItems, timeline: aTimeline({ events: [anEvent()] }) });
  const plan = aPlanOf(items, { freeze: "code-freeze" });
  const found = roomQuestions(viewOf(assessed({ plan, snapshot })));
  expect(found.map(textOf)).toEqual(expected);
}

it("asks the room for what only somebody in it can do", () => {
  check([item(1)], { "o/r#1": { labels: ["lgtm"] } }, ["Can an approver approve it: I1?"]);
  check([item(1)], { "o/r#1": { labels: ["approved"], reviewers: ["bob", "eve"] } }, [
    "Can bob or eve review it: I1?",
  ]);
});

it("does not ask it for what the author is to do, nor for what is done", () => {
  check([item(1)], { "o/r#1": { isDraft: true } }, []);
  check([item(1)], { "o/r#1": { mergeability: "conflicting" } }, []);
  check([item(1)], { "o/r#1": { state: "merged" } }, []);
  check([], {}, []);
});

it("asks once for what several wait for, first for what most wait for", () => {
  const needs = (number: number) => ({ needs: [aRef(`o/r#${number}`)] });
  const items = [item(1, needs(8)), item(2, needs(9)), item(3, needs(9))];
  check(items, { "o/r#8": {}, "o/r#9": {} }, [
    "Who can move r#9? I2 and I3 wait for it.",
    "Who can move r#8? I1 waits for it.",
  ]);
});

it("asks no more than a meeting has time for", () => {
  const five = [1, 2, 3, 4, 5];
  const works = Object.fromEntries(five.map((one) => [`o/r#${one}`, { labels: ["lgtm"] }]));
  check(
    five.map((one) => item(one)),
    works,
    [
      "Can an approver approve it: I1?",
      "Can an approver approve it: I2?",
      "Can an approver approve it: I3?",
      "2 more are with their items.",
    ],
  );
});
