/** Laws of assessing and composing, for any plan and any facts that pass their schemas. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { assess, type AssessInput } from "../../src/assess/assess.ts";
import { compose } from "../../src/compose/compose.ts";
import type { Assessment } from "../../src/domain/assessment.ts";
import type { WorkItem } from "../../src/domain/facts.ts";
import type { Contribution, Plan } from "../../src/domain/plan.ts";
import { refKey } from "../../src/domain/ref.ts";
import type { Snapshot } from "../../src/domain/snapshot.ts";
import { anyItem, anyPlan, someRefs } from "../builders/any-plan.ts";
import { anySnapshot } from "../builders/any-snapshot.ts";
import { aPlanOf } from "../builders/assessment.ts";
import { inlinesOf } from "../builders/deck-text.ts";

/** Facts of the plan's release about some of the references of `anyPlan`, and about anything else. */
const facts = fc
  .tuple(
    anySnapshot,
    fc.array(
      fc.record({
        kind: fc.constantFrom("pull-request", "issue"),
        state: fc.constantFrom("open", "closed", "merged"),
        mergedAt: fc.constantFrom("2020-10-01T00:00:00Z", "2020-10-20T00:00:00Z"),
        labels: fc.constantFrom([], ["lgtm", "approved"]),
      }),
      { maxLength: someRefs.length },
    ),
  )
  .map(([snapshot, works]): Snapshot => {
    const source = snapshot.sources[0]?.id ?? "";
    const workItems = works.map((work, index): WorkItem => {
      const ref = refKey(someRefs[index] ?? { repo: "o/r", number: 9 });
      return { ref, url: `https://github.com/${ref.replace("#", "/pull/")}`, source, ...work };
    });
    return { ...snapshot, release: "1.20", workItems };
  });

const input: fc.Arbitrary<AssessInput> = fc
  .tuple(anyPlan, facts, fc.option(fc.tuple(anyPlan, facts)), fc.option(facts))
  .map(([plan, snapshot, before, older]) => ({
    plan,
    snapshot,
    asOf: snapshot.asOf,
    ...(before === null ? {} : { since: { plan: before[0], snapshot: before[1] } }),
    ...(older === null ? {} : { older }),
  }));

function valuesOf({ numbers }: Assessment): ReadonlyMap<string, unknown> {
  return new Map(numbers.map(({ name, value }) => [name, value]));
}

test("any plan over any facts gives a deck, the same each time", () => {
  fc.assert(
    fc.property(input, (given) => {
      const deck = compose(assess(given));
      expect(
        deck.slides.every(({ blocks, layout }) => layout !== "content" || blocks.length > 0),
      ).toBe(true);
      expect(compose(assess(structuredClone(given)))).toEqual(deck);
    }),
    { numRuns: 200 },
  );
});

test("every number of a deck is one of the assessment, and each of those has one name", () => {
  fc.assert(
    fc.property(input, (given) => {
      const assessment = assess(given);
      const names = assessment.numbers.map(({ name }) => name);
      expect(names).toEqual([...new Set(names)].toSorted());
      const shown = compose(assessment)
        .slides.flatMap(inlinesOf)
        .flatMap((inline) => (inline.kind === "number" ? [inline.name] : []));
      expect(shown.filter((name) => !names.includes(name))).toEqual([]);
    }),
    { numRuns: 200 },
  );
});

test("ids of slides are anchors, each once", () => {
  fc.assert(
    fc.property(input, (given) => {
      const ids = compose(assess(given)).slides.map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      expect(ids.filter((id) => !/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(id))).toEqual([]);
    }),
  );
});

test("every row of a table has as many cells as there are columns", () => {
  fc.assert(
    fc.property(input, (given) => {
      const tables = compose(assess(given)).slides.flatMap(({ blocks }) =>
        blocks.flatMap((block) => (block.kind === "table" ? [block] : [])),
      );
      for (const { columns, rows } of tables) {
        expect(rows.every(({ cells }) => cells.length === columns.length)).toBe(true);
      }
    }),
  );
});

test("the order of items changes no number", () => {
  const shuffled = fc
    .array(anyItem, { minLength: 2, maxLength: 6 })
    .chain((items) =>
      fc.tuple(
        fc.constant(items),
        fc.shuffledSubarray(items, { minLength: items.length }),
        fc.constantFrom(
          { kind: "sum", settings: { goal: 10 } },
          { kind: "debt", settings: { goal: "1.14" } },
          { kind: "checklist", settings: { goal: "all" } },
        ),
        facts,
      ),
    );
  fc.assert(
    fc.property(shuffled, ([items, other, kind, snapshot]) => {
      const numbersOf = (some: typeof items) =>
        valuesOf(assess({ plan: aPlanOf(some, kind), snapshot, asOf: snapshot.asOf }));
      expect(numbersOf(other)).toEqual(numbersOf(items));
    }),
  );
});

test("subtotals add up to what all items add, and so do the groups", () => {
  fc.assert(
    fc.property(fc.array(anyItem, { maxLength: 8 }), facts, (items, snapshot) => {
      const plan = aPlanOf(items, { settings: { goal: 10 } });
      const { objectives } = assess({ plan, snapshot, asOf: snapshot.asOf });
      const found = objectives[0]?.keyResults[0];
      const all = items.reduce((sum, { adds = 0 }) => sum + adds, 0);
      expect(found?.progress.subtotals.reduce((sum, { value }) => sum + value, 0)).toBe(all);
      expect(found?.groups.reduce((sum, group) => sum + group.sum, 0)).toBe(all);
    }),
  );
});

/** All pull requests of the items merged, whatever they were. */
function landed(plan: Plan, snapshot: Snapshot): AssessInput {
  const source = snapshot.sources[0]?.id ?? "";
  const workItems = someRefs.map((ref): WorkItem => ({
    ref: refKey(ref),
    kind: "pull-request",
    state: "merged",
    url: `https://github.com/${ref.repo}/pull/${ref.number}`,
    source,
  }));
  return { plan, snapshot: { ...snapshot, workItems }, asOf: snapshot.asOf };
}

/** The item as the facts alone would have it, at its last step. */
function withoutWord(item: Contribution): Contribution {
  const { override: _, ...rest } = item;
  return { ...rest, step: "promotion" };
}

test("landing work never lowers progress or score", () => {
  const items = fc.array(anyItem.map(withoutWord), { minLength: 1, maxLength: 6 });
  const kinds = fc.constantFrom(
    { kind: "sum", settings: { goal: 10 } },
    { kind: "checklist", settings: { goal: "all" } },
  );
  fc.assert(
    fc.property(items, kinds, facts, (some, kind, snapshot) => {
      const plan = aPlanOf(some, kind);
      const before = assess({ plan, snapshot, asOf: snapshot.asOf });
      const after = assess(landed(plan, snapshot));
      const keyResultOf = ({ objectives }: Assessment) => objectives[0]?.keyResults[0];
      const current = (one: Assessment) => Number(keyResultOf(one)?.progress.current);
      const score = (one: Assessment) => keyResultOf(one)?.score.value ?? 0;
      expect(current(after)).toBeGreaterThanOrEqual(current(before));
      expect(score(after)).toBeGreaterThanOrEqual(score(before));
    }),
  );
});

test("a plan of 300 items is assessed and told whole", () => {
  const plan = aPlanOf(
    Array.from({ length: 300 }, (_, index) => ({
      id: `item-${index}`,
      title: `Item ${index}`,
      refs: [],
      needs: [],
      replaces: [],
      adds: 1,
      at: { file: "v1.20.yaml", line: index + 1, column: 1 },
    })),
  );
  fc.assert(
    fc.property(facts, (snapshot) => {
      const assessment = assess({ plan, snapshot, asOf: snapshot.asOf, since: { plan, snapshot } });
      expect(valuesOf(assessment).get("KR1.planned")).toBe(300);
      const rows = compose(assessment).slides.flatMap(({ blocks }) =>
        blocks.flatMap((block) => (block.kind === "table" ? block.rows : [])),
      );
      expect(rows.length).toBeGreaterThan(300);
    }),
    { numRuns: 5 },
  );
});
