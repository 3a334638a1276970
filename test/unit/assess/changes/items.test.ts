import { describe, expect, it } from "vitest";
import type { AssessInput } from "../../../../src/assess/assess.ts";
import type { Contribution, KeyResult } from "../../../../src/domain/plan.ts";
import { aPlanOf, assessed } from "../../../builders/assessment.ts";
import { aGroup, aKeyResult, anItem, anObjective, aPlan, aRef } from "../../../builders/plan.ts";
import { aCoverage, aSnapshot, aWorkItem } from "../../../builders/snapshot.ts";

type Side = NonNullable<AssessInput["since"]>;

/** A report with these items, whose pull requests are open but for those that have merged. */
function side(asOf: string, items: readonly Contribution[], merged: readonly string[] = []): Side {
  const refs = items.flatMap((item) => item.refs.map(({ repo, number }) => `${repo}#${number}`));
  const workItems = [...new Set(refs)].map((ref) =>
    aWorkItem({ ref, state: merged.includes(ref) ? "merged" : "open" }),
  );
  return { plan: aPlanOf(items), snapshot: aSnapshot({ asOf, workItems }) };
}

const then = (items: readonly Contribution[], merged?: readonly string[]) =>
  side("2020-10-22T08:00:00Z", items, merged);
const today = (items: readonly Contribution[], merged?: readonly string[]) =>
  side("2020-11-23T08:00:00Z", items, merged);

function changesOf(since: Side, now: Side) {
  const { changes } = assessed({ ...now, asOf: now.snapshot.asOf, since });
  if (changes === undefined) throw new Error("there are no changes");
  return changes;
}

/** What became of the items, and what people changed, a line each. */
function check(since: Side, now: Side, items: readonly string[], scope: readonly string[]): void {
  const changes = changesOf(since, now);
  expect(
    changes.items.map(({ kind, item, from, to, note }) =>
      [kind, item.title, from ?? "-", to ?? "-", note ?? ""].join(" ").trim(),
    ),
  ).toEqual(items);
  expect(
    changes.scope.map(({ kind, what, from, to }) => `${kind} ${what}: ${from ?? ""} → ${to ?? ""}`),
  ).toEqual(scope);
}

const a = anItem({ id: "o/r#1", refs: [aRef("o/r#1")], title: "A" });
const b = anItem({ id: "o/r#2", refs: [aRef("o/r#2")], title: "B", adds: 5 });

describe("an item between two reports", () => {
  it("that stands as it stood is no change", () => {
    check(then([a, b]), today([a, b]), [], []);
  });

  it("that is new in the plan is new, and a change of scope", () => {
    check(then([a]), today([a, b]), ["new B - written new in the plan"], ["added B:  → +5"]);
  });

  it("that has landed landed, also when it is new in the plan", () => {
    check(then([a]), today([a], ["o/r#1"]), ["landed A written landed"], []);
    check(
      then([a]),
      today([a, b], ["o/r#2"]),
      ["landed B - landed new in the plan"],
      ["added B:  → +5"],
    );
  });

  it("that moved, slipped or was dropped says from where to where", () => {
    const slipped = { ...a, override: { stage: "slipped", who: "Ann", why: "so" } } as const;
    check(then([a]), today([slipped]), ["slipped A written slipped"], []);
    const blocked = { ...a, override: { stage: "blocked", who: "Ann", why: "so" } } as const;
    check(then([a]), today([blocked]), ["moved A written blocked"], []);
    check(then([blocked]), today([a]), ["moved A blocked written"], []);
    const dropped = { ...a, override: { stage: "dropped", who: "Ann", why: "so" } } as const;
    check(then([a]), today([dropped]), ["dropped A written dropped"], []);
    const replaced = { ...a, override: { stage: "replaced", who: "Ann", why: "so" } } as const;
    check(then([a]), today([replaced]), ["replaced A written replaced"], []);
  });

  it("that is gone from the plan is dropped from it", () => {
    check(
      then([a, b]),
      today([a]),
      ["dropped B written - no longer in the plan"],
      ["removed B: +5 → "],
    );
  });

  it("whose amount people changed is a change of scope, never progress", () => {
    check(then([a]), today([{ ...a, adds: 1 }]), [], ["resized A: +7 → +1"]);
  });
});

describe("an item is known again", () => {
  it("by its id under another title and reference", () => {
    const renamed = { ...b, id: "o/r#1", title: "Another" };
    check(then([a]), today([renamed]), [], ["resized A: +7 → +5"]);
  });

  it("by what it replaces, an id or a reference", () => {
    const heir = anItem({ id: "o/r#9", refs: [aRef("o/r#9")], title: "C", replaces: ["o/r#1"] });
    check(then([a]), today([heir], ["o/r#9"]), ["landed C written landed in the place of A"], []);
    const named = { ...a, id: "first" };
    check(then([named]), today([heir]), [], []);
  });

  it("by its reference, where its id changed", () => {
    check(then([a]), today([{ ...a, id: "named-now", title: "New title" }]), [], []);
  });

  it("by its title, where all else changed", () => {
    check(then([a]), today([{ ...b, title: "A", adds: 7 }]), [], []);
  });

  it("within its own key result first, where one pull request serves two", () => {
    const twoOf = (id: string): readonly KeyResult[] => [
      aKeyResult({ id: "KR1", groups: [{ items: [a], at: a.at }] }),
      aKeyResult({ id: "KR2", groups: [{ items: [{ ...a, id, adds: 3 }], at: a.at }] }),
    ];
    const both = (asOf: string, id: string): Side => ({
      plan: aPlan({ objectives: [anObjective({ keyResults: twoOf(id) })] }),
      snapshot: aSnapshot({ asOf, workItems: [aWorkItem({ ref: "o/r#1" })] }),
    });
    check(both("2020-10-22T08:00:00Z", "o/r#1#2"), both("2020-11-23T08:00:00Z", "named"), [], []);
  });

  it("in the place of one of the same title by the old reference", () => {
    const heir = { ...b, title: "A", adds: 7, replaces: ["o/r#1"] };
    const { items } = changesOf(then([a]), today([heir], ["o/r#2"]));
    expect(items).toMatchObject([{ kind: "landed", note: "in the place of #1" }]);
  });
});

describe("an item that became two", () => {
  const one = anItem({
    id: "o/r#3",
    refs: [aRef("o/r#3")],
    title: "C",
    adds: 1,
    replaces: ["o/r#1"],
  });
  const other = anItem({
    id: "o/r#4",
    refs: [aRef("o/r#4")],
    title: "D",
    adds: 5,
    replaces: ["o/r#1"],
  });

  it("is one change of scope, with both parts", () => {
    check(
      then([a]),
      today([one, other], ["o/r#3"]),
      ["landed C written landed in the place of A"],
      ["split A: +7 → +1 C, +5 D"],
    );
  });
});

describe("an item that stands for two", () => {
  it("continues the first; the second is replaced, not lost", () => {
    const both = anItem({
      id: "o/r#9",
      refs: [aRef("o/r#9")],
      title: "C",
      replaces: ["o/r#1", "o/r#2"],
    });
    check(
      then([a, b]),
      today([both], ["o/r#9"]),
      ["landed C written landed in the place of A", "replaced B written - now in C"],
      ["removed B: +5 → "],
    );
  });
});

describe("an item on the team's path", () => {
  const at = (step: string) => ({ ...a, step });

  it("that went on to the next step moved, though its stage is called the same", () => {
    const { items } = changesOf(then([at("test")]), today([at("promotion")]));
    expect(items).toMatchObject([
      { kind: "moved", from: "written", to: "written", steps: { from: "test", to: "promotion" } },
    ]);
  });

  it("has not moved where only the plan names its step now", () => {
    check(then([a]), today([at("promotion")]), [], []);
  });

  it("lands once: that the coverage sees it, or sees it no more, is another thing", () => {
    const seen = { ...a, endpoints: ["x"] };
    const inCoverage = (tested: boolean, one: Side): Side => ({
      ...one,
      snapshot: {
        ...one.snapshot,
        coverage: aCoverage({
          endpoints: [{ name: "x", promoted: "1.5", ...(tested ? { tested: "1.20" } : {}) }],
        }),
      },
    });
    const merged = ["o/r#1"];
    const unseen = inCoverage(false, then([seen], merged));
    check(unseen, inCoverage(true, today([seen], merged)), ["counted A landed counted"], []);
    const before = inCoverage(true, then([seen], merged));
    check(before, inCoverage(false, today([seen], merged)), ["moved A counted landed"], []);
  });
});

describe("items that clear debt", () => {
  it("say what they clear", () => {
    const { adds: _, ...bare } = a;
    const clearing = { ...bare, clears: { "1.14": 5, "1.11": 2 } };
    check(
      then([]),
      today([clearing]),
      ["new A - written new in the plan"],
      ["added A:  → 5 of 1.14, 2 of 1.11"],
    );
  });
});

it("leads to the item's first reference", () => {
  const { items } = changesOf(then([a]), today([a], ["o/r#1"]));
  expect(items).toMatchObject([{ url: "https://github.com/o/r/pull/1" }]);
});

describe("what a query found", () => {
  const from = { kind: "search", text: "is:pr", adds: 1 } as const;
  const plan = aPlanOf([], { groups: [aGroup({ from, items: [] })] });
  const found = [
    { query: "search is:pr", items: [{ title: "A", ref: "o/r#1" }], source: "github" },
  ];
  const unread = { plan, snapshot: aSnapshot({ asOf: "2020-10-22T08:00:00Z" }) };
  const read = { plan, snapshot: aSnapshot({ asOf: "2020-11-23T08:00:00Z", found }) };

  it("is neither new nor gone where nobody knows what it found before, or now", () => {
    check(unread, read, [], []);
    check(read, unread, [], []);
  });
});
