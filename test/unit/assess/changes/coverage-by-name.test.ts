import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { coverageChange } from "../../../../src/assess/changes/coverage.ts";
import type { CoverageSnapshot, Endpoint } from "../../../../src/domain/facts.ts";
import { compareReleases } from "../../../../src/domain/release.ts";
import { aCoverage } from "../../../builders/snapshot.ts";

type Listed = readonly [name: string, promoted: string, tested?: string | undefined];

/** An export that lists these endpoints, with the row of 1.20 counted from them. */
function listing(
  listed: readonly Listed[],
  fields: Partial<CoverageSnapshot> = {},
): CoverageSnapshot {
  const endpoints = listed.map(([name, promoted, tested]): Endpoint => ({
    name,
    promoted,
    ...(tested === undefined ? {} : { tested }),
  }));
  return aCoverage({ releases: [rowOf(listed)], ineligible: [], endpoints, ...fields });
}

function rowOf(listed: readonly Listed[]) {
  const isBy = (release = "9.0") => compareReleases(release, "1.20") <= 0;
  const counted = listed.filter(([, promoted]) => isBy(promoted));
  const own = counted.filter(([, , tested]) => tested === "1.20");
  const newTested = own.filter(([, promoted]) => promoted === "1.20").length;
  return {
    release: "1.20",
    total: counted.length,
    tested: counted.filter(([, , tested]) => isBy(tested)).length,
    promoted: counted.filter(([, promoted]) => promoted === "1.20").length,
    newTested,
    oldTested: own.length - newTested,
  };
}

function change(before: CoverageSnapshot, now: CoverageSnapshot, older?: CoverageSnapshot) {
  const found = coverageChange("1.20", { before, now, older });
  if (found === undefined) throw new Error("there is no change");
  return found;
}

const base: readonly Listed[] = [
  ["a", "1.5", "1.9"],
  ["b", "1.5"],
  ["c", "1.18"],
  ["d", "1.18", "1.20"],
];
const none = {
  promoted: [],
  newTested: [],
  oldTested: [],
  noLongerPromoted: [],
  noLongerTested: [],
};

/** The base with some endpoints as they are said here, and new ones. */
function baseWith(...others: readonly Listed[]): readonly Listed[] {
  const names = new Set(others.map(([name]) => name));
  return [...base.filter(([name]) => !names.has(name)), ...others];
}

const baseWithout = (name: string) => base.filter((one) => one[0] !== name);

describe("by name, progress is", () => {
  it("what is first tested in the release, new and old apart", () => {
    const now = listing(baseWith(["b", "1.5", "1.20"], ["e", "1.20", "1.20"], ["f", "1.20"]));
    expect(change(listing(base), now)).toMatchObject({
      tested: { from: 2, to: 4, progress: 2, ineligible: 0, restated: 0 },
      total: { from: 4, to: 6, promoted: 2, ineligible: 0, restated: 0 },
      names: { ...none, promoted: ["e", "f"], newTested: ["e"], oldTested: ["b"] },
    });
  });

  it("lost with a test that is gone, or a promotion that was taken back", () => {
    const before = listing(baseWith(["f", "1.20"]));
    expect(change(before, listing(baseWith(["d", "1.18"])))).toMatchObject({
      tested: { progress: -1, restated: 0 },
      total: { promoted: -1, restated: 0 },
      names: { ...none, noLongerTested: ["d"], noLongerPromoted: ["f"] },
    });
  });

  it("not what is tested by another date than before", () => {
    const now = listing(baseWith(["a", "1.5", "1.20"]));
    expect(change(listing(base), now).tested).toMatchObject({ progress: 0, restated: 0 });
    const earlier = listing(baseWith(["b", "1.5", "1.19"]));
    expect(change(listing(base), earlier).tested).toMatchObject({ progress: 0, restated: 1 });
  });

  it("not what only came back, or only was there for once", () => {
    const without = listing(baseWith(["d", "1.18"]));
    expect(change(without, listing(base), listing(base))).toMatchObject({
      tested: { progress: 0, restated: 1 },
      names: none,
    });
    expect(change(listing(base), without, without)).toMatchObject({
      tested: { progress: 0, restated: -1 },
      names: none,
    });
    expect(change(without, listing(base), without).tested.progress).toBe(1);
    const { endpoints: _, ...unlisted } = listing(base);
    expect(change(without, listing(base), unlisted).tested.progress).toBe(1);
  });

  it("not what was declared to count, or not to", () => {
    const gone = listing(baseWithout("d"), { ineligible: ["d", "z"] });
    expect(change(listing(base), gone)).toMatchObject({
      tested: { from: 2, to: 1, progress: 0, ineligible: -1, restated: 0 },
      total: { from: 4, to: 3, promoted: 0, ineligible: -1, restated: 0 },
      newlyIneligible: ["d", "z"],
      names: none,
    });
    expect(change(gone, listing(base))).toMatchObject({
      tested: { progress: 0, ineligible: 1, restated: 0 },
      total: { promoted: 0, ineligible: 1, restated: 0 },
      newlyEligible: ["d", "z"],
    });
  });

  it("not what is promoted in a later release", () => {
    const now = listing(baseWith(["x", "1.21", "1.21"]));
    expect(change(listing(base), now)).toMatchObject({
      tested: { progress: 0, restated: 0 },
      total: { promoted: 0, restated: 0 },
      names: none,
    });
  });
});

it("without the lists of what does not count, eligibility is not known", () => {
  const { ineligible: _, ...before } = listing(base);
  expect(change(before, listing(base))).toMatchObject({
    tested: { progress: 0, ineligible: undefined, restated: 0 },
    total: { promoted: 0, ineligible: undefined, restated: undefined },
  });
});

it("is counted where one of the exports lists no endpoints", () => {
  const { endpoints: _, ...before } = listing(base);
  const found = change(before, listing(baseWith(["b", "1.5", "1.20"])));
  expect(found).not.toHaveProperty("names");
  expect(found.tested).toMatchObject({ progress: 1, ineligible: undefined, restated: 0 });
});

/** What may become of an endpoint while a release is made. */
const step = fc.constantFrom("tested", "ineligible", "stays");
const old = fc
  .tuple(fc.constantFrom("1.5", "1.18", "1.20"), fc.constantFrom(undefined, "1.9", "1.19"), step)
  .map(([promoted, tested, becomes]) => ({ promoted, tested, becomes }));

it("splits what really happened without a rest, and counts agree unless eligibility has moved", () => {
  fc.assert(
    fc.property(
      fc.array(old, { maxLength: 40 }),
      fc.array(fc.boolean(), { maxLength: 10 }),
      (endpoints, fresh) => {
        const all = endpoints.map((one, index) => ({ ...one, name: `e${index}` }));
        const before = all.map(({ name, promoted, tested }): Listed => [name, promoted, tested]);
        const kept = all.filter(({ becomes }) => becomes !== "ineligible");
        const now = [
          ...kept.map(({ name, promoted, tested, becomes }): Listed => [
            name,
            promoted,
            becomes === "tested" ? (tested ?? "1.20") : tested,
          ]),
          ...fresh.map((isTested, index): Listed => [
            `new${index}`,
            "1.20",
            isTested ? "1.20" : undefined,
          ]),
        ];
        const gone = all.filter(({ becomes }) => becomes === "ineligible");
        const sides = [
          listing(before),
          listing(now, { ineligible: gone.map(({ name }) => name) }),
        ] as const;
        const { tested, total } = change(...sides);
        const first = kept.filter((one) => one.becomes === "tested" && one.tested === undefined);
        expect(tested.progress).toBe(first.length + fresh.filter(Boolean).length);
        expect(tested.restated).toBe(0);
        expect(total.promoted).toBe(fresh.length);
        expect(total.ineligible).toBe(-gone.length || 0);
        expect(total.restated).toBe(0);
        const counted = change(withoutList(sides[0]), withoutList(sides[1]));
        expect(counted.tested.progress).toBe(tested.progress);
        const lost = gone.filter(({ promoted }) => promoted === "1.20").length;
        expect(counted.total.promoted).toBe(fresh.length - lost);
      },
    ),
  );
});

function withoutList(coverage: CoverageSnapshot): CoverageSnapshot {
  const { endpoints: _, ...others } = coverage;
  return others;
}
