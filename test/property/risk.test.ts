/** Laws of freeze risk over whole plans: what makes work likelier, what does not, and what changes nothing. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays } from "../../src/calendar.ts";
import type { AssessedItem } from "../../src/domain/assessment.ts";
import type { WorkItem } from "../../src/domain/facts.ts";
import type { Contribution } from "../../src/domain/plan.ts";
import type { Forecast } from "../../src/domain/risk.ts";
import { aPlanOf, assessed } from "../builders/assessment.ts";
import { anItem, aRef } from "../builders/plan.ts";
import { aSnapshot, anEvent, aTimeline, aWorkItem } from "../builders/snapshot.ts";

const asOf = "2020-10-22T08:00:00Z";
const today = "2020-10-22";
const pullNumber = 100;
const need = "kubernetes/test-infra#7";

/** One item with the facts about its reference. */
interface Piece {
  readonly adds: number;
  readonly step: string | undefined;
  readonly work: Partial<WorkItem>;
}

const day = (least: number, most: number) =>
  fc.integer({ min: least, max: most }).map((days) => `${addDays(today, days)}T00:00:00Z`);

const labels = fc.subarray(["lgtm", "approved", "cncf-cla: yes", "do-not-merge/hold"]);
const open: fc.Arbitrary<Partial<WorkItem>> = fc.record(
  {
    createdAt: day(-200, 0),
    activeAt: day(-100, 0),
    labels,
    isDraft: fc.boolean(),
    review: fc.constantFrom("approved", "required", "changes-requested"),
  },
  { requiredKeys: [] },
);
const work = fc.oneof(
  { weight: 4, arbitrary: open },
  fc.record({ kind: fc.constant("issue" as const) }),
  fc.record({ state: fc.constant("merged" as const), mergedAt: day(-60, 0) }),
);
const piece: fc.Arbitrary<Piece> = fc.record({
  adds: fc.integer({ min: 0, max: 20 }),
  step: fc.constantFrom(undefined, "issue", "test", "promotion"),
  work,
});
const pieces = fc.array(piece, { minLength: 1, maxLength: 8 });
const freezeDay = fc.integer({ min: 1, max: 90 });

interface Side {
  readonly items: readonly AssessedItem[];
  readonly forecast: Forecast;
}

function sideOf(
  all: readonly Piece[],
  daysLeft: number,
  needs: Contribution["needs"] = [],
  order: readonly number[] = all.map((_, index) => index),
): Side {
  const refs = all.map((_, index) => `kubernetes/kubernetes#${pullNumber + index}`);
  const items = all.map(({ adds, step }, index) =>
    anItem({
      id: refs[index] ?? "",
      title: refs[index] ?? "",
      adds,
      ...(step === undefined ? {} : { step }),
      needs: index === 0 ? needs : [],
    }),
  );
  const workItems = [
    ...all.map((one, index) => aWorkItem({ ...one.work, ref: refs[index] ?? "" })),
    aWorkItem({ ref: need, kind: "issue" }),
  ];
  const events = [anEvent({ id: "test-freeze", date: addDays(today, daysLeft) })];
  const snapshot = aSnapshot({ asOf, workItems, timeline: aTimeline({ events }) });
  const shuffled = order.flatMap((index) => items[index] ?? []);
  const plan = aPlanOf(shuffled, { freeze: "test-freeze" });
  const [found] = assessed({ plan, snapshot }).objectives[0]?.keyResults ?? [];
  if (found?.forecast === undefined) throw new Error("there is no forecast");
  return { items: found.groups.flatMap((group) => group.items), forecast: found.forecast };
}

/** The chance of the goal; where facts are missing its worst. */
function leastOf({ forecast }: Side): number {
  return forecast.goal.p ?? 0;
}

/** What decimals lose on the way. */
const close = 1e-9;

const known = pieces.map((all) =>
  all.map((one) =>
    one.work.state === "merged" || one.work.kind === "issue" || one.work.createdAt !== undefined
      ? one
      : { ...one, work: { ...one.work, createdAt: `${addDays(today, -5)}T00:00:00Z` } },
  ),
);

test("landing an item never lowers the chance of the goal", () => {
  fc.assert(
    fc.property(known, freezeDay, (all, daysLeft) => {
      const landed = { state: "merged", mergedAt: `${today}T00:00:00Z` } as const;
      const after = all.map((one, index) =>
        index === 0 ? { ...one, step: "promotion", work: landed } : one,
      );
      const [before, now] = [sideOf(all, daysLeft), sideOf(after, daysLeft)].map(leastOf);
      expect(now).toBeGreaterThanOrEqual((before ?? 1) - close);
    }),
    { numRuns: 200 },
  );
});

const blockers: readonly ((one: Partial<WorkItem>) => Partial<WorkItem>)[] = [
  (one) => ({ ...one, isDraft: true }),
  (one) => ({ ...one, labels: [...(one.labels ?? []), "do-not-merge/hold"] }),
  (one) => ({ ...one, labels: [...(one.labels ?? []), "needs-rebase"] }),
  // Prow's other labels stay; without any, GitHub's review would count instead.
  (one) => ({
    ...one,
    labels: [...(one.labels ?? []).filter((label) => label !== "lgtm"), "cncf-cla: yes"],
  }),
  (one) => ({ ...one, mergeability: "conflicting" }),
  (one) => ({ ...one, checks: [{ name: "e2e", state: "failure" }] }),
];

test("a blocker never makes an item likelier, nor the goal", () => {
  fc.assert(
    fc.property(known, freezeDay, fc.constantFrom(...blockers), (all, daysLeft, block) => {
      const after = all.map((one, index) =>
        index === 0 && one.work.kind === undefined && one.work.state === undefined
          ? { ...one, work: block(one.work) }
          : one,
      );
      const [before, now] = [sideOf(all, daysLeft), sideOf(after, daysLeft)];
      const [free, held] = [before, now].map(({ items }) => items[0]?.risk?.odds.most ?? 0);
      expect(held).toBeLessThanOrEqual((free ?? 0) + close);
      expect(leastOf(now)).toBeLessThanOrEqual(leastOf(before) + close);
    }),
    { numRuns: 200 },
  );
});

test("something that an item needs never makes it likelier, nor the goal", () => {
  fc.assert(
    fc.property(known, freezeDay, (all, daysLeft) => {
      const [before, now] = [sideOf(all, daysLeft), sideOf(all, daysLeft, [aRef(need)])];
      const [free, held] = [before, now].map(({ items }) => items[0]?.risk?.odds.most ?? 0);
      expect(held).toBeLessThanOrEqual((free ?? 0) + close);
      expect(leastOf(now)).toBeLessThanOrEqual(leastOf(before) + close);
    }),
    { numRuns: 200 },
  );
});

test("more time never makes an item less likely, nor the goal", () => {
  fc.assert(
    fc.property(known, freezeDay, freezeDay, (all, one, other) => {
      const [less = 0, more = 0] = [one, other].toSorted((left, right) => left - right);
      const [early, late] = [sideOf(all, less), sideOf(all, more)];
      for (const [index, { risk }] of early.items.entries())
        expect(late.items[index]?.risk?.odds.most ?? 0).toBeGreaterThanOrEqual(
          (risk?.odds.most ?? 0) - close,
        );
      expect(leastOf(late)).toBeGreaterThanOrEqual(leastOf(early) - close);
    }),
    { numRuns: 200 },
  );
});

test("the order of the items changes nothing", () => {
  fc.assert(
    fc.property(pieces, freezeDay, (all, daysLeft) => {
      const order = all.map((_, index) => index).toReversed();
      const [one, other] = [sideOf(all, daysLeft), sideOf(all, daysLeft, [], order)];
      const { levers: _, ...before } = one.forecast;
      const { levers: __, ...after } = other.forecast;
      expect(after).toEqual(before);
    }),
    { numRuns: 100 },
  );
});

test("until something is a fact every chance stays between 1 and 99 percent", () => {
  fc.assert(
    fc.property(pieces, freezeDay, (all, daysLeft) => {
      const odds = sideOf(all, daysLeft).items.flatMap(({ risk }) => risk?.odds ?? []);
      const open = odds.filter(({ basis }) => basis !== "fact");
      const strays = open.filter(
        ({ p = 0.5, least, most }) => p < 0.01 || p > 0.99 || least > most,
      );
      expect(strays).toEqual([]);
    }),
    { numRuns: 200 },
  );
});
