/** Arbitrary small plans for property tests: every kind of key result, texts that are not nice. */
import fc from "fast-check";
import { stages, outlooks } from "../../src/domain/stage.ts";
import type { ItemQuery } from "../../src/domain/item-query.ts";
import type {
  Contribution,
  Group,
  KeyResult,
  Objective,
  Plan,
  SectionSetting,
} from "../../src/domain/plan.ts";
import { sections } from "../../src/compose/registry.ts";
import { findKind } from "../../src/key-results/registry.ts";
import { aPlan, aProse, aRef } from "./plan.ts";
import { nastyText } from "./nasty-text.ts";

const at = { file: "v1.20.yaml", line: 1, column: 1 };
const prose = fc.oneof(nastyText, fc.constant("{{KR1.goal}} +17 maybe")).map(aProse);
const title = fc.oneof(fc.constantFrom("A", "B", "C"), nastyText);
const amount = fc.oneof(fc.nat(9), fc.constant(0));
const release = fc.constantFrom("1.9", "1.14", "1.20", "1.21");

/** The few references of these plans, so that facts about them are found. */
export const someRefs = ["o/r#1", "o/r#2", "o/r#3", "o/r#4"].map(aRef);
const refs = fc.uniqueArray(fc.constantFrom(...someRefs), { maxLength: 2 });

/** Some of the keys, never one that is undefined. */
function some<T>(keys: { [K in keyof T]: fc.Arbitrary<T[K]> }): fc.Arbitrary<Partial<T>> {
  return fc.record(keys, { requiredKeys: [] }) as fc.Arbitrary<Partial<T>>;
}

const override = fc.record({ stage: fc.constantFrom(...stages), who: title, why: title });

export const anyItem: fc.Arbitrary<Contribution> = fc
  .tuple(
    fc.record({
      title,
      refs,
      needs: refs,
      replaces: fc.array(fc.constantFrom("o/r#1", "item-1", "A"), { maxLength: 1 }),
    }),
    some({
      adds: amount,
      clears: fc.dictionary(release, amount, { maxKeys: 2 }),
      step: fc.constantFrom("issue", "test", "promotion"),
      outlook: fc.constantFrom(...outlooks),
      override,
      note: title,
    }),
    fc.nat(3),
  )
  .map(([item, more, number]) => ({ id: `item-${number}`, at, ...item, ...more }));

/** The few queries of these plans, so that snapshots may hold what they found. */
export const someQueries: readonly ItemQuery[] = [
  { kind: "search", text: "is:pr", adds: 2, step: "test" },
  { kind: "project", owner: "o", number: 7, adds: "Endpoints", step: "Stage" },
];

/** Items, or what finds them. */
const content = fc.oneof(
  fc.record({ items: fc.array(anyItem, { maxLength: 3 }) }),
  fc.record({ items: fc.constant([]), from: fc.constantFrom(...someQueries) }),
);

const anyGroup: fc.Arbitrary<Group> = fc
  .tuple(content, some({ title, note: prose, outlook: fc.constantFrom(...outlooks) }))
  .map(([held, more]) => ({ at, ...held, ...more }));

const goal = fc.oneof(amount, fc.constant(0));
const settings: Readonly<Record<string, fc.Arbitrary<object>>> = {
  sum: fc.oneof(fc.record({ goal }), fc.constant({ goal: 3, stretch: 5, countedAs: "oldTested" })),
  debt: fc.record({ goal: release }),
  share: fc.oneof(fc.record({ goal }), fc.record({ goal, since: release })),
  guard: fc.record({ goal, watch: fc.constantFrom("still-untested", "untested", "debt") }),
  checklist: fc.oneof(fc.constant({}), fc.record({ goal })),
  job: fc.record({ job: fc.constantFrom("gate", "other"), greenDays: fc.nat(20) }),
  value: fc.oneof(
    fc.record({ goal }),
    fc.constant({ goal: 1, current: { value: -0.4, on: "2020-10-01", who: "a", why: "b" } }),
  ),
};

const anyKind = fc.constantFrom(...Object.keys(settings)).chain((kind) =>
  (settings[kind] ?? fc.constant({})).map((written) => ({
    kind,
    settings: findKind(kind)?.settings.parse(written),
  })),
);

const score = fc.record({ score: fc.constantFrom(0, 0.5, 1), who: title, why: title });

const anyKeyResult: fc.Arbitrary<Omit<KeyResult, "id">> = fc
  .tuple(
    fc.record({ title, groups: fc.array(anyGroup, { maxLength: 3 }) }),
    anyKind,
    some({
      note: prose,
      override: score,
      freeze: fc.constantFrom("code-freeze", "test-freeze", "never"),
    }),
  )
  .map(([head, kind, more]) => ({ at, ...head, ...kind, ...more }));

/** Ids are made unique by the plan's reader; here they are KR1, KR2… and O1, O2… */
const anyObjectives: fc.Arbitrary<readonly Objective[]> = fc
  .array(
    fc.tuple(
      fc.record({ title, keyResults: fc.array(anyKeyResult, { maxLength: 3 }) }),
      some({ note: prose, override: score }),
    ),
    { maxLength: 2 },
  )
  .map((all) => {
    let count = 0;
    return all.map(([head, more], index) => ({
      id: `O${index + 1}`,
      at,
      ...head,
      ...more,
      keyResults: head.keyResults.map((keyResult) => ({ ...keyResult, id: `KR${++count}` })),
    }));
  });

const anySection: fc.Arbitrary<SectionSetting> = fc
  .tuple(
    fc.record({
      kind: fc.constantFrom(...sections.map(({ kind }) => kind)),
      isHidden: fc.boolean(),
    }),
    some({ title, text: prose }),
  )
  .map(([head, more]) => ({ at, ...head, ...more }));

export const anyPlan: fc.Arbitrary<Plan> = fc
  .tuple(
    anyObjectives,
    fc.array(anySection, { maxLength: 4 }),
    some({ intro: prose, title }),
    fc.array(fc.record({ title, from: fc.constantFrom("2020-11-17", "2020-01-01") }), {
      maxLength: 2,
    }),
  )
  .map(([objectives, settingsOf, more, events]) =>
    aPlan({ objectives, sections: settingsOf, events, ...more }),
  );
