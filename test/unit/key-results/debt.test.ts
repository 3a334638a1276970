import { describe, expect, it } from "vitest";
import type { ReleaseDebt } from "../../../src/domain/facts.ts";
import { anAssessedGroup, anAssessedItem } from "../../builders/assessed.ts";
import { measured, numberOf, sentences, valueOf } from "../../builders/measured.ts";
import { aCoverage } from "../../builders/snapshot.ts";

const target = { goal: "1.15", stretch: "1.14" };

/** Debt by release, oldest first, e.g. `{ "1.14": 5 }`. */
function coverageOf(untested: Readonly<Record<string, number>>) {
  const debt: readonly ReleaseDebt[] = Object.entries(untested).map(([release, count]) => ({
    release,
    promoted: count + 1,
    untested: count,
  }));
  return aCoverage({ debt });
}

const october = { "1.9": 38, "1.10": 5, "1.11": 2, "1.12": 0, "1.13": 0, "1.14": 5, "1.15": 0 };
const priority = anAssessedItem("soaking", {
  title: "Priority Lifecycle",
  clears: { "1.14": 5 },
});

function measure(
  untested: Readonly<Record<string, number>>,
  items: readonly ReturnType<typeof anAssessedItem>[] = [],
) {
  return measured("debt", target, {
    coverage: coverageOf(untested),
    groups: [anAssessedGroup(items)],
  });
}

describe("debt", () => {
  it("says both senses of back to, and which is which", () => {
    const measurement = measure(october, [priority]);
    expect(sentences(measurement)).toEqual([
      "clean back to 1.15; 1.14 is the first with debt (5)",
      "landing Priority Lifecycle would clean back to 1.12; 1.11 is the first with debt (2)",
    ]);
    expect(valueOf(measurement, "frontier")).toBe("1.15");
    expect(valueOf(measurement, "firstDirty")).toBe("1.14");
    expect(valueOf(measurement, "ifLanded.frontier")).toBe("1.12");
    expect(valueOf(measurement, "ifLanded.firstDirty")).toBe("1.11");
    expect(valueOf(measurement, "ifLanded.firstDebt")).toBe(2);
  });

  it("names what remains of each release, and of all", () => {
    const measurement = measure(october);
    expect(valueOf(measurement, "remaining.1.14")).toBe(5);
    expect(valueOf(measurement, "remaining.1.12")).toBe(0);
    expect(valueOf(measurement, "remaining")).toBe(50);
  });

  it("orders releases by number, not by text", () => {
    expect(valueOf(measure({ "1.10": 0, "1.2": 0, "1.9": 3 }), "frontier")).toBe("1.10");
  });

  it("tells when nothing is dirty, and when the newest release is", () => {
    const clean = measure({ "1.14": 0, "1.15": 0 });
    expect(sentences(clean)).toEqual(["clean back to 1.14; no release has debt"]);
    expect(valueOf(clean, "firstDirty")).toBeUndefined();
    const dirty = measure({ "1.14": 0, "1.15": 3 });
    expect(sentences(dirty)).toEqual(["no release is clean; 1.15 is the first with debt (3)"]);
    expect(dirty.progress).toMatchObject({ current: undefined, score: 0 });
  });

  it("clears in part only what an item clears, never below zero", () => {
    const part = anAssessedItem("written", { title: "A", clears: { "1.14": 3 } });
    expect(sentences(measure(october, [part])).at(-1)).toBe(
      "landing A would clean back to 1.15; 1.14 is the first with debt (2)",
    );
    const twice = measure(october, [part, priority]);
    expect(valueOf(twice, "ifLanded.frontier")).toBe("1.12");
  });

  it("does not count on items that are done, dropped, replaced or slipped", () => {
    const gone = ["landed", "counted", "dropped", "replaced", "slipped"] as const;
    const items = gone.map((stage) => anAssessedItem(stage, { clears: { "1.14": 5 } }));
    expect(sentences(measure(october, items))).toHaveLength(1);
    expect(valueOf(measure(october, items), "ifLanded.frontier")).toBe("1.15");
  });

  it("names up to three items, and counts more", () => {
    const some = ["A", "B", "C", "D"].map((title) =>
      anAssessedItem("written", { title, clears: { "1.14": 5 } }),
    );
    expect(sentences(measure(october, some.slice(1)))[1]).toMatch(/^landing B and C and D would/);
    expect(sentences(measure(october, some))[1]).toMatch(/^landing all 4 listed items would/);
  });

  it("weighs items by what they clear", () => {
    const measurement = measure(october, [priority]);
    expect(valueOf(measurement, "soaking")).toBe(5);
    expect(measurement.progress.subtotals).toEqual([{ standing: "soaking", value: 5 }]);
    expect(numberOf(measurement, "soaking").formula).toContain("clear");
  });
});

describe("the score of debt", () => {
  function check(untested: Readonly<Record<string, number>>, expected: number | undefined): void {
    expect(measure(untested).progress.score).toBe(expected);
  }

  it("is the clean part of the way to the goal", () => {
    check({ "1.14": 5, "1.15": 0, "1.16": 0 }, 1);
    check({ "1.14": 5, "1.15": 2, "1.16": 0 }, 0.5);
    check({ "1.15": 0, "1.16": 0, "1.17": 1, "1.18": 0 }, 0.25);
    check({ "1.14": 0, "1.15": 0 }, 1);
  });

  it("is not known without rows, or with none from the goal on", () => {
    check({}, undefined);
    check({ "1.13": 0 }, undefined);
    expect(sentences(measure({}))).toEqual(["the debt is not known"]);
    const { progress, numbers } = measured("debt", target);
    expect(progress).toMatchObject({ current: undefined, score: undefined, goal: "1.15" });
    expect(numbers.find(({ name }) => name === "remaining")?.value).toBeUndefined();
  });

  it("is asked for releases only, the stretch goal an older one", () => {
    expect(() => measured("debt", { goal: "soon" })).toThrow("expected a release");
    expect(() => measured("debt", { goal: "1.15", stretch: "1.16" })).toThrow("newer");
    expect(measured("debt", { goal: "v1.15.0" }).progress.goal).toBe("1.15");
  });
});

describe("the source of debt", () => {
  it("is its own file where it has one", () => {
    const coverage = coverageOf(october);
    const own = measured("debt", target, { coverage: { ...coverage, debtSource: "debt-file" } });
    expect(numberOf(own, "frontier").sources).toMatchObject([{ title: "debt-file" }]);
    const shared = measured("debt", target, { coverage });
    expect(numberOf(shared, "remaining.1.14").sources).toMatchObject([{ title: "deck" }]);
  });
});
